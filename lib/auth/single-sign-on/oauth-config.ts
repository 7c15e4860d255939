import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { custom, TokenSet } from "openid-client";
import type { GitHubProvider, OpenIdProvider, Provider } from "@/lib/auth/providers";
import { CLOCK_SKEW_SECONDS, identityIn, needsUserinfo } from "./claims";
import { withinPatience } from "./faults";
import { discover } from "./discovery";
import { readGitHubIdentity } from "./github";
import type { ProvenIdentity } from "./proven-identity";

/** What becomes of one round trip: next-auth's hooks have no other way to tell. */
export interface Trip {
  proven: ProvenIdentity | null;
  failure: unknown;
}

export function newTrip(): Trip {
  return { proven: null, failure: null };
}

interface Profile {
  sub: string;
}
export type ProviderConfig = OAuthConfig<Profile> & { authorization: { url: string } };

/** A provider as next-auth wants it, for one round trip. @throws where the provider does not say what it is */
export function oauthConfig(provider: Provider, trip: Trip): Promise<ProviderConfig> {
  return provider.kind === "openid"
    ? openIdConfig(provider, trip)
    : Promise.resolve(gitHubConfig(provider, trip));
}

async function openIdConfig(provider: OpenIdProvider, trip: Trip): Promise<ProviderConfig> {
  const found = await discover(provider.issuer);
  return {
    ...commonOf(provider),
    idToken: true,
    issuer: found.issuer,
    jwks_endpoint: found.jwks,
    checks: ["pkce", "state", "nonce"],
    client: {
      id_token_signed_response_alg: found.algorithm,
      token_endpoint_auth_method: found.clientAuthentication,
    },
    authorization: { url: found.authorization, params: { scope: "openid email profile" } },
    token: {
      url: found.token,
      request: ({ client, params, checks, provider: { callbackUrl } }) => {
        client[custom.clock_tolerance] = CLOCK_SKEW_SECONDS;
        return noted(trip, async () => ({
          tokens: await withinPatience(client.callback(callbackUrl, params, checks)),
        }));
      },
    },
    userinfo: {
      ...(found.userinfo && { url: found.userinfo }),
      request: ({ client, tokens }) =>
        noted(trip, async () => {
          const received = new TokenSet(tokens);
          const token = received.claims();
          const isAsked = found.userinfo !== "" && needsUserinfo(provider, token);
          const userinfo = isAsked ? await withinPatience(client.userinfo(received)) : null;
          trip.proven = identityIn(provider, { token, userinfo });
          return { sub: trip.proven.subject };
        }),
    },
  };
}

function gitHubConfig(provider: GitHubProvider, trip: Trip): ProviderConfig {
  const { authorization, token } = provider.endpoints;
  return {
    ...commonOf(provider),
    idToken: false,
    // What GitHub calls itself where it sends people back (RFC 9207).
    issuer: new URL(".", authorization).href.replace(/\/$/, ""),
    checks: ["pkce", "state"],
    authorization: { url: authorization, params: { scope: "read:user user:email" } },
    token: {
      url: token,
      request: ({ client, params, checks, provider: { callbackUrl } }) =>
        noted(trip, async () => ({
          tokens: await withinPatience(client.oauthCallback(callbackUrl, params, checks)),
        })),
    },
    userinfo: {
      url: `${provider.endpoints.api}/user`,
      request: ({ tokens }) =>
        noted(trip, async () => {
          const { access_token: token } = tokens;
          if (token === undefined) throw new Error("GitHub did not take the code.");
          trip.proven = await readGitHubIdentity(provider, token);
          return { sub: trip.proven.subject };
        }),
    },
  };
}

function commonOf({ id, name, clientId, clientSecret }: Provider) {
  const profile = ({ sub }: Profile) => ({ id: sub });
  return { id, name, type: "oauth", clientId, clientSecret, profile } as const;
}

/** next-auth keeps what goes wrong to itself. */
async function noted<T>(trip: Trip, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    trip.failure = error;
    throw error;
  }
}

import "server-only";
import { env, type Variables } from "@/lib/env";

/** A provider that people sign in by, as the environment configures it. */
export type Provider = OpenIdProvider | GitHubProvider;

interface Common {
  id: string;
  /** As the sign-in page calls it. */
  name: string;
  clientId: string;
  clientSecret: string;
}

export interface OpenIdProvider extends Common {
  kind: "openid";
  issuer: string;
  /** The claim that says whether somebody's address is theirs. */
  verifiedBy: "email_verified" | "xms_edov";
}

export interface GitHubProvider extends Common {
  kind: "github";
  endpoints: { authorization: string; token: string; api: string };
}

const gitHubEndpoints = {
  authorization: "https://github.com/login/oauth/authorize",
  token: "https://github.com/login/oauth/access_token",
  api: "https://api.github.com",
};

/** In the order in which the sign-in page offers them. */
export function configuredProviders(): readonly Provider[] {
  return providersIn(env());
}

function providersIn(variables: Variables): Provider[] {
  const { OIDC_ISSUER, OKTA_ISSUER, ENTRA_TENANT_ID: tenant } = variables;
  const google = "https://accounts.google.com";
  const entra = tenant && `https://login.microsoftonline.com/${tenant}/v2.0`;
  const openId = [
    { id: "oidc", name: variables.OIDC_NAME, issuer: OIDC_ISSUER, ...client(variables, "OIDC") },
    { id: "google", name: "Google", issuer: google, ...client(variables, "GOOGLE") },
    { id: "entra", name: "Microsoft", issuer: entra, ...client(variables, "ENTRA") },
    { id: "okta", name: "Okta", issuer: OKTA_ISSUER, ...client(variables, "OKTA") },
  ].flatMap(({ issuer, clientId, clientSecret, ...named }): OpenIdProvider[] => {
    if (!issuer || !clientId || !clientSecret) return [];
    const verifiedBy = named.id === "entra" ? "xms_edov" : "email_verified";
    return [{ kind: "openid", ...named, issuer, clientId, clientSecret, verifiedBy }];
  });
  const { clientId, clientSecret } = client(variables, "GITHUB");
  if (!clientId || !clientSecret) return openId;
  const gitHub = { id: "github", name: "GitHub", endpoints: gitHubEndpoints };
  return [...openId, { kind: "github", ...gitHub, clientId, clientSecret }];
}

type Prefix = "OIDC" | "GOOGLE" | "ENTRA" | "OKTA" | "GITHUB";

function client(variables: Variables, prefix: Prefix) {
  return {
    clientId: variables[`${prefix}_CLIENT_ID`],
    clientSecret: variables[`${prefix}_CLIENT_SECRET`],
  };
}

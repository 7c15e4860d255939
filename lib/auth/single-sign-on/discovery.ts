import "server-only";
import { custom, Issuer } from "openid-client";
import { z } from "zod";
import { PATIENCE_MS, withinPatience } from "./faults";

/** What a provider says of itself (OpenID Connect Discovery 1.0), as far as a round trip needs it. */
export interface Discovered {
  issuer: string;
  authorization: string;
  token: string;
  /** Empty where it has none. */
  userinfo: string;
  jwks: string;
  algorithm: string;
  clientAuthentication: "client_secret_basic" | "client_secret_post";
}

const KEPT_MS = 60_000;

interface Kept {
  until: number;
  discovered: Promise<Discovered>;
}
const kept = new Map<string, Kept>();

custom.setHttpOptionsDefaults({ timeout: PATIENCE_MS });

/** Asks a provider what it is, at most once a minute; its keys are asked for with each round trip. */
export function discover(issuer: string): Promise<Discovered> {
  const known = kept.get(issuer);
  if (known && known.until > Date.now()) return known.discovered;
  const discovered = withinPatience(read(issuer)).catch((error: unknown) => {
    kept.delete(issuer);
    throw error;
  });
  kept.set(issuer, { until: Date.now() + KEPT_MS, discovered });
  return discovered;
}

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(["RS256"]),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});

async function read(issuer: string): Promise<Discovered> {
  const said = metadata.parse((await Issuer.discover(issuer)).metadata);
  if (withoutSlash(said.issuer) !== withoutSlash(issuer)) {
    throw new Error("The provider says that it is another issuer than the configured one.");
  }
  const methods = said.token_endpoint_auth_methods_supported;
  const isPosted =
    !methods.includes("client_secret_basic") && methods.includes("client_secret_post");
  return {
    issuer: said.issuer,
    authorization: said.authorization_endpoint,
    token: said.token_endpoint,
    userinfo: said.userinfo_endpoint ?? "",
    jwks: said.jwks_uri,
    algorithm: algorithmOf(said.id_token_signing_alg_values_supported),
    clientAuthentication: isPosted ? "client_secret_post" : "client_secret_basic",
  };
}

function withoutSlash(issuer: string): string {
  return issuer.replace(/\/$/, "");
}

/** RS256 is what every provider must have; ours signs with keys of its own in any case. */
function algorithmOf(supported: readonly string[]): string {
  const signed = supported.filter((algorithm) => /^(RS|PS|ES)\d{3}$|^EdDSA$/.test(algorithm));
  return signed.includes("RS256") ? "RS256" : (signed[0] ?? "RS256");
}

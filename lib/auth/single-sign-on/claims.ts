import "server-only";
import { z } from "zod";
import type { OpenIdProvider } from "@/lib/auth/providers";
import type { ProvenIdentity } from "./proven-identity";

/** So far the clocks of providers may be from ours. */
export const CLOCK_SKEW_SECONDS = 60;

/** What comes from elsewhere ends up in rows and index entries. */
const subject = z.string().regex(/^\P{Cc}{1,255}$/u);

const identityClaims = z.object({
  iss: z.string(),
  sub: subject,
  iat: z.number(),
  auth_time: z.unknown().optional(),
  amr: z.unknown().optional(),
});

const profileClaims = z.object({
  email: z.string().optional().catch(undefined),
  email_verified: z.unknown().optional(),
  xms_edov: z.unknown().optional(),
  name: z.string().optional().catch(undefined),
});

interface Claims {
  /** Of the ID token, whose signature, issuer, audience, nonce and times are checked already. */
  token: unknown;
  /** What the provider's userinfo endpoint said; null where it was not asked. */
  userinfo: unknown;
}

/** @throws where the claims are not what a provider may say */
export function identityIn(provider: OpenIdProvider, claims: Claims): ProvenIdentity {
  const { iss, sub, iat, auth_time: signedInAt, amr } = identityClaims.parse(claims.token);
  if (iat * 1000 > Date.now() + CLOCK_SKEW_SECONDS * 1000) {
    throw new Error("The ID token was issued in the future.");
  }
  const profiles = [claims.userinfo ?? {}, claims.token].map((said) => profileClaims.parse(said));
  // An address and the word for it come from one place.
  const addressed = profiles.find(({ email }) => email !== undefined);
  const isVerified = yes[provider.verifiedBy].includes(addressed?.[provider.verifiedBy]);
  return {
    provider: provider.id,
    issuer: iss,
    subject: sub,
    email: (isVerified ? addressed?.email : undefined) ?? null,
    name: profiles.find(({ name }) => name !== undefined)?.name ?? "",
    isFresh: isFresh(iat, signedInAt),
    hasMfa: Array.isArray(amr) && amr.includes("mfa"),
  };
}

/** Providers may leave the profile out of the ID token. Entra's other endpoint does not vouch for addresses. */
export function needsUserinfo({ verifiedBy }: OpenIdProvider, token: unknown): boolean {
  const { email, email_verified } = profileClaims.parse(token);
  return verifiedBy === "email_verified" && (email === undefined || email_verified === undefined);
}

/** How a claim says yes: Entra writes its own as a number or text too. */
const yes: Record<OpenIdProvider["verifiedBy"], readonly unknown[]> = {
  email_verified: [true, "true"],
  xms_edov: [true, "true", 1, "1"],
};

const FRESH_SECONDS = 60;

/** By the provider's own clock, which need not be ours. A provider that does not tell is believed. */
function isFresh(issuedAt: number, signedInAt: unknown): boolean {
  if (signedInAt === undefined) return true;
  return typeof signedInAt === "number" && issuedAt - signedInAt <= FRESH_SECONDS;
}

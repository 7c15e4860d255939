// Identities at providers, for tests that need no provider.
import { randomUUID } from "node:crypto";
import type { ProvenIdentity } from "@/lib/auth/single-sign-on/proven-identity";
import { database } from "@/lib/db/client";
import * as identities from "@/lib/identity/repository";
import type { TestUser } from "./factories";

/** What a provider says of somebody whom nobody knows. */
export function aProof(said: Partial<ProvenIdentity> = {}): ProvenIdentity {
  return {
    provider: "oidc",
    issuer: "https://id.example.com",
    subject: randomUUID(),
    email: `${randomUUID()}@example.com`,
    name: "Ada Lovelace",
    isFresh: true,
    hasMfa: false,
    ...said,
  };
}

/** What a user signs in by. @returns its id */
export async function anIdentity(
  user: TestUser,
  said: Partial<ProvenIdentity> = {},
  linkedAt = new Date(),
): Promise<string> {
  const { provider, issuer, subject, email } = aProof(said);
  const linked = { userId: user.id, provider, issuer, subject, email: email ?? "" };
  const { id } = await identities.create(database().prisma, linked, linkedAt);
  return id;
}

// The linked identities, of the specification's own endpoints.
import { randomUUID } from "node:crypto";
import { provenIdentityCookie } from "@/lib/auth/single-sign-on/cookies";
import { database } from "@/lib/db/client";
import { anIdentity, aProof } from "@/lib/testing/identities";
import { inPath, onlyTheirOwn, readingUsers, type Cases } from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { identityContract } from "./contract";

/** The browser has just been at a provider that knows the user. */
function withProof({ username }: Target) {
  const asked = { headers: new Headers() };
  const [Cookie = ""] = provenIdentityCookie.write(asked, aProof({ email: username })).split(";");
  return { params: { username }, headers: { Cookie } };
}

async function withIdentity({ username }: Target) {
  const user = await database().prisma.user.findUnique({ where: { username } });
  return { params: { username, id: user ? await anIdentity(user) : randomUUID() } };
}

export const identityCases: Cases<typeof identityContract> = {
  list: { rules: readingUsers, input: inPath },
  link: { rules: onlyTheirOwn, about: "self", sudo: true, input: withProof },
  unlink: { rules: onlyTheirOwn, about: "self", sudo: true, input: withIdentity },
};

// Signing in with passkeys, and those of one's own, of the specification's own endpoints.
import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { userHandleOf } from "@/lib/passkey/options";
import { answer, register } from "@/lib/testing/authenticator";
import { anyUser, inPath, onlyTheirOwn, type Cases } from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { TestUser } from "@/lib/testing/factories";
import { aPasskey } from "@/lib/testing/passkeys";
import { newChallenge } from "./challenge";
import type { passkeyContract } from "./contract";
import { toBase64url } from "./verification";

function userOf({ username }: Target): Promise<TestUser | null> {
  return database().prisma.user.findUnique({
    where: { username },
    select: { id: true, username: true },
  });
}

const challengeFor = (purpose: "sign-in" | "register", userId: string | null) =>
  toBase64url(newChallenge({ purpose, userId }, new Date()));

async function withPasskey(target: Target): Promise<void> {
  const user = await userOf(target);
  if (user) await aPasskey(user);
}

/** The super admin, of whom there is one, may have as many as fit. */
async function withoutPasskeys(target: Target): Promise<void> {
  const user = await userOf(target);
  await database().prisma.passkey.deleteMany({ where: { userId: user?.id ?? randomUUID() } });
}

async function namingOne(target: Target) {
  const user = await userOf(target);
  const id = user ? (await aPasskey(user)).id : randomUUID();
  return { params: { username: target.username, id } };
}

async function signingIn(target: Target) {
  const user = await userOf(target);
  if (!user) return {};
  const { soft } = await aPasskey(user);
  const challenge = challengeFor("sign-in", null);
  return { body: { credential: answer(soft, { challenge }) } };
}

async function adding(target: Target) {
  const user = await userOf(target);
  const { username } = target;
  const id = userHandleOf(user?.id ?? randomUUID());
  const { credential } = register({
    challenge: user ? challengeFor("register", user.id) : "AAAA",
    rp: { id: "localhost", name: "Muster" },
    user: { id, name: username, displayName: username },
  });
  return { params: { username }, body: { name: "phone", credential } };
}

export const passkeyCases: Cases<typeof passkeyContract> = {
  signInOptions: { open: 200, withoutDatabase: true },
  signIn: {
    open: 200,
    input: signingIn,
    writesAgain: ["session.refuse"],
    body: { required: ["credential"] },
  },
  confirmationOptions: {
    rules: [
      { about: "self", may: anyUser },
      { about: "a user", may: [] },
      { about: "nobody", may: [] },
    ],
    about: "self",
    input: async (target) => {
      await withPasskey(target);
      return inPath(target);
    },
  },
  list: { rules: onlyTheirOwn, about: "self", input: inPath },
  creationOptions: {
    rules: onlyTheirOwn,
    about: "self",
    sudo: true,
    prepare: withoutPasskeys,
    input: inPath,
  },
  add: {
    rules: onlyTheirOwn,
    about: "self",
    sudo: true,
    prepare: withoutPasskeys,
    input: adding,
    body: { text: ["name"], required: ["credential", "name"] },
  },
  rename: {
    rules: onlyTheirOwn,
    about: "self",
    input: async (target) => ({ ...(await namingOne(target)), body: { name: "laptop" } }),
    body: { text: ["name"], required: ["name"] },
  },
  remove: { rules: onlyTheirOwn, about: "self", sudo: true, input: namingOne },
};

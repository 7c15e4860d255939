// Rules 13 and 38 of the specification, those of authenticate, of sessions and of the wait after failed sign-ins.
import { database } from "@/lib/db/client";
import { PASSWORD } from "@/lib/testing/factories";
import {
  anyUser,
  changingUsers,
  endingOfUsers,
  inQuery,
  managingUsers,
  type Cases,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { sessionContract } from "./contract";

const withSession = ({ sessionId }: Target) => sessionId();

function withFailure({ username }: Target) {
  const key = `password:account:${username}`;
  const expiresAt = new Date(Date.now() + 60_000);
  return database().prisma.throttle.create({ data: { key, failures: 1, expiresAt } });
}

export const sessionCases: Cases<typeof sessionContract> = {
  signInOptions: { open: 200 },
  authenticate: {
    open: 200,
    input: ({ username }) => ({ body: { username, password: PASSWORD } }),
    writesAgain: true,
    body: { text: ["username", "password"], required: ["password", "username"] },
  },
  validateIdentity: {
    rules: [
      { about: "self", may: anyUser },
      { about: "a user", may: [] },
      { about: "nobody", may: [] },
    ],
    about: "self",
    input: ({ username }) => ({ params: { username }, body: { password: PASSWORD } }),
    writesAgain: true,
    body: { text: ["password"], required: ["password", "totp", "credential"] },
  },
  logout: { rules: managingUsers, prepare: withSession, input: inQuery, flags: ["all"] },
  list: { rules: managingUsers, input: inQuery },
  endAll: { rules: managingUsers, prepare: withSession, input: inQuery },
  end: {
    rules: endingOfUsers,
    input: async ({ sessionId }) => ({ query: { id: await sessionId() } }),
  },
  throttle: { rules: changingUsers, input: inQuery },
  liftThrottle: { rules: changingUsers, prepare: withFailure, input: inQuery },
};

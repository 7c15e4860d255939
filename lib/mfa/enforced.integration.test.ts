// What a session is good for that has to enrol MFA first: the list of the specification, and nothing else.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as complete } from "@/app/api/users/[username]/auth/complete-totp/route";
import { pathParameters, type Contract } from "@/lib/api/contract";
import { contracts } from "@/lib/domains/contracts";
import { callAs } from "@/lib/testing/call-as";
import { database } from "@/lib/db/client";
import {
  aBrowser,
  anAccessToken,
  anActor,
  aSession,
  aUser,
  masterKey,
  type Caller,
  type TestUser,
} from "@/lib/testing/factories";
import { codeOf, enrolTotp } from "@/lib/testing/mfa";
import { statementsOf } from "@/lib/testing/observe";
import { handlerOf } from "@/lib/testing/routes";
import { GET as list } from "@/app/api/v2/users/route";
import { GET as own } from "@/app/api/users/[username]/route";
import { signOffer } from "./offer";
import { newKeyUrl, secretIn } from "./totp";

const ALLOWED = [
  "DELETE /api/v1/users/session",
  "DELETE /api/v1/users/sessions",
  "GET /api/users/{username}",
  "GET /api/users/{username}/auth/mfa",
  "GET /api/users/{username}/settings",
  "GET /api/v1/users",
  "GET /api/v1/users/sessions",
  "POST /api/users/{username}/auth/complete-totp",
  "POST /api/users/{username}/auth/init-totp",
  "POST /api/users/{username}/validate-identity",
  "POST /api/users/{username}/validate-identity/options",
  "POST /api/v1/users/logout",
  "PUT /api/users/{username}/settings",
];

const known = contracts.filter(({ who }) => who !== "anyone");
const nameOf = ({ method, path }: Contract) => `${method} ${path}`;
const isAllowed = (contract: Contract) => ALLOWED.includes(nameOf(contract));
const named = (chosen: readonly Contract[]) =>
  chosen.map((contract) => ({ name: nameOf(contract), contract }));

async function enforce(mfaEnforced: boolean) {
  await database().prisma.serverSetting.update({ where: { id: 1 }, data: { mfaEnforced } });
}

beforeAll(() => enforce(true));
afterAll(() => enforce(false));

/** A call about a user, where the endpoint is about one, with nothing in its body. */
async function call(caller: Caller, contract: Contract, { username }: { username: string }) {
  const names = pathParameters(contract.path).map(({ name }) => name);
  const params = Object.fromEntries(
    names.map((name) => [name, name === "username" ? username : "x"]),
  );
  const isNamed = contract.query !== undefined && "username" in contract.query.shape;
  return callAs(caller, await handlerOf(contract), {
    params,
    ...(isNamed && { query: { username } }),
  });
}

async function isHeldBack(caller: Caller, contract: Contract, user: { username: string }) {
  const { status, text, headers } = await call(caller, contract, user);
  if (headers.get("x-error-code") !== "mfa_enrolment_required") return false;
  expect(status).toBe(403);
  expect(text).toContain('"Message":"mfa enrolment required');
  return true;
}

describe("while MFA is enforced, a session without TOTP", () => {
  test.each(named(known.filter((contract) => !isAllowed(contract))))(
    "is refused by $name, whatever the role",
    async ({ contract }) => {
      const user = await anActor("super-admin", { hasSudo: true });
      expect(await isHeldBack(user, contract, user)).toBe(true);
    },
  );

  test.each(named(known.filter(isAllowed)))("may call $name", async ({ contract }) => {
    const user = await anActor("admin", { hasSudo: true });
    expect(await isHeldBack(user, contract, user)).toBe(false);
  });

  const aboutOthers = known.filter(
    (contract) => isAllowed(contract) && contract.about?.kind === "user",
  );
  test.each(named(aboutOthers))("may not call $name about others", async ({ contract }) => {
    const user = await anActor("super-admin", { hasSudo: true });
    expect(await isHeldBack(user, contract, await aUser())).toBe(true);
  });

  test("of a browser, or one made by a passkey, is held back too", async () => {
    const user = await aUser({ role: "admin" });
    const passkey = await aSession(user);
    await database().prisma.session.update({
      where: { id: passkey.sessionId },
      data: { authMethod: "passkey", mfa: true },
    });
    for (const caller of [await aBrowser(user), passkey]) {
      expect((await callAs(caller, list)).headers.get("x-error-code")).toBe(
        "mfa_enrolment_required",
      );
    }
  });

  test("is good for everything once it has enrolled", async () => {
    const user = await anActor("admin", { hasSudo: true });
    const url = newKeyUrl(user.username);
    const body = {
      otp_auth_url: url,
      otp_auth_url_signature: signOffer({ userId: user.id, url }, new Date()),
      totp: codeOf(secretIn(url)),
    };
    expect((await callAs(user, list)).status).toBe(403);
    const params = { username: user.username };
    expect((await callAs(user, complete, { params, body })).status).toBe(200);
    expect((await callAs(user, list)).status).toBe(200);
  });

  test("ends no session of others", async () => {
    const user = await anActor("super-admin");
    const { sessionId } = await aSession(await aUser());
    const end = known.find((contract) => nameOf(contract) === "DELETE /api/v1/users/session");
    const route = end && (await handlerOf(end));
    const called = route && (await callAs(user, route, { query: { id: sessionId } }));
    expect(called?.status).toBe(404);
  });
});

describe("while MFA is enforced, nothing is asked of", () => {
  const callers: [string, () => Promise<Caller>][] = [
    [
      "whoever has TOTP",
      async () => {
        const user: TestUser & Caller = await anActor("admin");
        await enrolTotp(user);
        return user;
      },
    ],
    ["an API token", async () => anAccessToken(await aUser({ role: "admin" }))],
    ["the master key", () => Promise.resolve(masterKey)],
    ["an account of a provider", () => anActor("admin", { authType: "oauth" })],
  ];
  test.each(callers)("%s", async (_, make) => {
    expect((await callAs(await make(), list)).status).toBe(200);
  });
});

test("who has to enrol is found by the statement that finds the session", async () => {
  const user = await anActor("admin");
  const read = async () => {
    await callAs(user, own, { params: { username: user.username } });
  };
  await read();
  const statements = await statementsOf(read);
  expect(statements.filter((text) => text.includes('"ServerSetting"'))).toHaveLength(1);
  expect(statements.filter((text) => text.includes('FROM "Session"'))).toHaveLength(1);
});

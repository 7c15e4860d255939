import { describe, expect, test } from "vitest";
import { POST as verify } from "@/app/api/users/[username]/auth/verify-totp/route";
import { POST as disable } from "@/app/api/users/[username]/disable/route";
import { POST as enable } from "@/app/api/users/[username]/enable/route";
import { DELETE as reset } from "@/app/api/users/[username]/mfa/route";
import { GET, PUT } from "@/app/api/users/[username]/route";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { POST as setStatus } from "@/app/api/v1/users/bulk/status/route";
import { POST as importUsers } from "@/app/api/v1/users/import/route";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  anActor,
  anAccessToken,
  anonymous,
  aUser,
  bearer,
  masterKey,
  PASSWORD,
  type Caller,
  type TestUser,
} from "@/lib/testing/factories";
import {
  aPreAuthToken,
  codeOf,
  enrolTotp,
  preAuthTokenIn,
  wrongCodeOf,
  type TestTotp,
} from "@/lib/testing/mfa";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesOf, sessionCountOf, storedUser } from "@/lib/testing/stored";
import { removeExpiredPreAuthTokens } from "./jobs";
import { spendStep } from "./repository";

const of = ({ username }: TestUser) => ({ username });

interface Enrolled extends TestUser, TestTotp {}

async function anEnrolled(options: Parameters<typeof aUser>[0] = {}): Promise<Enrolled> {
  const user = await aUser(options);
  return { ...user, ...(await enrolTotp(user)) };
}

function authenticate({ username }: TestUser, headers: CallInput["headers"] = {}) {
  return callAs(anonymous, signIn, { body: { username, password: PASSWORD }, headers });
}

async function afterPassword(user: TestUser): Promise<Caller> {
  return bearer(preAuthTokenIn((await authenticate(user)).payload));
}

function give(
  caller: Caller,
  { username }: { username: string },
  body: object,
  headers: CallInput["headers"] = {},
) {
  return callAs(caller, verify, { params: { username }, body, headers });
}

describe("POST /api/users/adm/authenticate with TOTP", () => {
  test("answers a token for the second step, and signs nobody in", async () => {
    const user = await anEnrolled();
    const { payload, headers } = await authenticate(user);
    expect(Object.keys(payload)).toEqual(["user_name", "pre_auth_token"]);
    expect(preAuthTokenIn(payload)).toMatch(/^mpt_[\w-]{49}$/);
    expect(headers.get("set-cookie")).toBeNull();
    expect(await sessionCountOf(user.id)).toBe(0);
    expect(await auditEntriesOf(user.id)).toEqual([]);
    expect((await storedUser(user.username)).lastLoginAt.getUTCFullYear()).toBe(1);
  });

  test("refuses as without it", async () => {
    const disabled = await anEnrolled({ isDisabled: true });
    expect((await authenticate(disabled)).status).toBe(401);
    const service = await anEnrolled({ role: "service-user" });
    expect((await authenticate(service, { "From-Ui": "true" })).status).toBe(403);
    expect(await database().prisma.preAuthToken.count({ where: { userId: service.id } })).toBe(0);
  });

  test("stores a hash that is good for five minutes", async () => {
    const user = await anEnrolled();
    const since = Date.now();
    await authenticate(user);
    const { tokenHash, expiresAt } = await database().prisma.preAuthToken.findFirstOrThrow({
      where: { userId: user.id },
    });
    expect(tokenHash).toHaveLength(32);
    const lifetime = expiresAt.getTime() - since;
    expect(lifetime).toBeGreaterThanOrEqual(300_000);
    expect(lifetime).toBeLessThan(360_000);
  });
});

describe("POST …/auth/verify-totp", () => {
  test("signs in by a code", async () => {
    const user = await anEnrolled();
    const called = await give(await afterPassword(user), user, { totp: codeOf(user.secret) });
    const own = await callAs(bearer(called.payload.AuthToken), GET, {
      params: { username: user.username },
    });
    expect(own.payload.username).toBe(user.username);
    expect(called.headers.get("set-cookie")).toMatch(/known-browser/);
    const session = await database().prisma.session.findFirstOrThrow({
      where: { userId: user.id },
    });
    expect(session).toMatchObject({ authMethod: "password", mfa: true, kind: "api" });
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "session.create", actorId: user.id, after: { auth_method: "password" } },
    ]);
    expect((await storedUser(user.username)).lastLoginAt.getTime()).toBeGreaterThan(0);
  });

  test("takes a code with blanks", async () => {
    const user = await anEnrolled();
    const code = codeOf(user.secret);
    const totp = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect((await give(await afterPassword(user), user, { totp })).status).toBe(200);
  });

  test("signs in by a recovery code, however it is typed, once", async () => {
    const user = await anEnrolled();
    const [code = ""] = user.recoveryCodes;
    expect(code).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}$/);
    const typed = ` ${code.replace("-", " ").toUpperCase()}`;
    const first = await give(await afterPassword(user), user, { recovery_code: typed });
    expect(first.status).toBe(200);
    const again = await give(await afterPassword(user), user, { recovery_code: code });
    expect(again.status).toBe(401);
    const entries = await auditEntriesOf(user.id);
    expect(entries.map(({ verb }) => verb).sort()).toEqual([
      "mfa.use-recovery-code",
      "session.create",
      "session.refuse",
    ]);
    expect(entries.find(({ verb }) => verb === "mfa.use-recovery-code")).toMatchObject({
      actorId: user.id,
      before: null,
      after: { left: 9 },
    });
  });

  test("takes no code twice, nor one before it", async () => {
    const user = await anEnrolled();
    const later = codeOf(user.secret, 1);
    expect((await give(await afterPassword(user), user, { totp: later })).status).toBe(200);
    for (const totp of [later, codeOf(user.secret), codeOf(user.secret, -1)]) {
      expect((await give(await afterPassword(user), user, { totp })).status).toBe(401);
    }
    expect(await sessionCountOf(user.id)).toBe(1);
  });

  test("refuses another user's recovery code, even where what is stored of it was copied", async () => {
    const [user, other] = [await anEnrolled(), await anEnrolled()];
    const body = { recovery_code: other.recoveryCodes[0] };
    expect((await give(await afterPassword(user), user, body)).status).toBe(401);
    const { recoveryCode } = database().prisma;
    const theirs = await recoveryCode.findMany({ where: { userId: other.id } });
    await recoveryCode.createMany({ data: theirs.map((row) => ({ ...row, userId: user.id })) });
    expect((await give(await afterPassword(user), user, body)).status).toBe(401);
  });

  const malformed: [string, object, string[]][] = [
    ["neither", {}, ["totp", "recovery_code"]],
    ["both", { totp: "123456", recovery_code: "aaaaa-aaaaa" }, ["totp", "recovery_code"]],
    ["five digits", { totp: "12345" }, ["totp"]],
    ["letters", { totp: "12345a" }, ["totp"]],
  ];
  test.each(malformed)("counts %s as no try", async (_, body, paths) => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    const before = await fingerprint();
    for (let n = 0; n < 12; n += 1) {
      expect((await give(token, user, body)).badPaths.sort()).toEqual([...paths].sort());
    }
    expect(await fingerprint()).toBe(before);
    expect((await give(token, user, { totp: codeOf(user.secret) })).status).toBe(200);
  });

  test("is for pre-auth tokens of the user alone", async () => {
    const user = await anEnrolled();
    const body = { totp: codeOf(user.secret) };
    const others = [
      await anActor("super-admin"),
      await anAccessToken(user),
      masterKey,
      await aPreAuthToken(await anEnrolled()),
    ];
    for (const caller of others) expect((await give(caller, user, body)).status).toBe(403);
    const nobody = [anonymous, bearer("mpt_x"), bearer(`${(await aPreAuthToken(user)).token}x`)];
    for (const caller of nobody) expect((await give(caller, user, body)).status).toBe(401);
  });

  test("is all that a pre-auth token is good for", async () => {
    const user = await anEnrolled();
    expect(
      (await callAs(await afterPassword(user), GET, { params: { username: user.username } }))
        .status,
    ).toBe(401);
  });

  test("asks again what the sign-in may not", async () => {
    const user = await anEnrolled({ role: "service-user" });
    const token = await afterPassword(user);
    const body = { totp: codeOf(user.secret) };
    expect((await give(token, user, body, { "From-Ui": "true" })).status).toBe(403);
    const { serverSetting } = database().prisma;
    await serverSetting.update({ where: { id: 1 }, data: { basicAuth: false } });
    const off = await give(token, user, body).finally(() =>
      serverSetting.update({ where: { id: 1 }, data: { basicAuth: true } }),
    );
    expect(off.status).toBe(403);
    expect(await sessionCountOf(user.id)).toBe(0);
    expect((await give(token, user, body)).status).toBe(200);
  });

  test("signs nobody in who is disabled meanwhile", async () => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    const other = await holding(`UPDATE "User" SET "isDisabled" = true WHERE "id" = $1`, [user.id]);
    const called = give(token, user, { totp: codeOf(user.secret) });
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  test("is throttled, TOTP and recovery codes together, and away from passwords", async () => {
    const user = await anEnrolled();
    const wrong = [{ totp: wrongCodeOf(user.secret) }, { recovery_code: "aaaaa-aaaaa" }];
    for (let n = 0; n < 10; n += 1) {
      const called = await give(await aPreAuthToken(user), user, wrong[n % 2] ?? {});
      expect(called.status).toBe(401);
    }
    const token = await afterPassword(user);
    const called = await give(token, user, { totp: codeOf(user.secret) });
    expect(called.status).toBe(429);
    expect(called.headers.get("retry-after")).toMatch(/^\d+$/);
    expect((await give(token, user, { recovery_code: user.recoveryCodes[0] })).status).toBe(429);
  });

  test("keeps nobody out in whose browser they signed in before", async () => {
    const user = await anEnrolled();
    const first = await give(await afterPassword(user), user, { totp: codeOf(user.secret, -1) });
    const [Cookie = ""] = first.headers.get("set-cookie")?.split(";") ?? [];
    for (let n = 0; n < 10; n += 1) {
      await give(await aPreAuthToken(user), user, { totp: wrongCodeOf(user.secret) });
    }
    const token = await aPreAuthToken(user);
    const body = { totp: codeOf(user.secret) };
    expect((await give(token, user, body)).status).toBe(429);
    expect((await give(token, user, body, { Cookie })).status).toBe(200);
  });
});

describe("a pre-auth token ends", () => {
  const expire = ({ id: userId }: Enrolled) =>
    database().prisma.preAuthToken.updateMany({
      where: { userId },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });

  test("when it is used", async () => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    await give(token, user, { totp: codeOf(user.secret) });
    const again = await give(token, user, { recovery_code: user.recoveryCodes[0] });
    expect(again.status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(1);
  });

  test.each([
    [4, 200],
    [5, 401],
  ])("after %i wrong codes the right one is answered with %i", async (count, status) => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    for (let n = 0; n < count; n += 1) {
      await give(token, user, { totp: wrongCodeOf(user.secret) });
    }
    expect((await give(token, user, { totp: codeOf(user.secret) })).status).toBe(status);
  });

  test("after five minutes", async () => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    await expire(user);
    expect((await give(token, user, { totp: codeOf(user.secret) })).status).toBe(401);
    await removeExpiredPreAuthTokens.run(systemContext({ userAgent: "test" }), {});
    expect(await database().prisma.preAuthToken.count({ where: { userId: user.id } })).toBe(0);
  });

  test("after five minutes, whatever is sent with it", async () => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    await expire(user);
    expect((await give(token, user, { totp: "x" })).status).toBe(401);
  });

  test("while a right code waits to be checked", async () => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    const other = await holding(`SELECT FROM "User" WHERE "id" = $1 FOR UPDATE`, [user.id]);
    const called = give(token, user, { totp: codeOf(user.secret) });
    await untilBlocked();
    await expire(user);
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  const changes: [string, (user: Enrolled) => Promise<unknown>][] = [
    [
      "a password",
      (user) => callAs(masterKey, PUT, { params: of(user), body: { password: PASSWORD } }),
    ],
    [
      "a role",
      (user) => callAs(masterKey, PUT, { params: of(user), body: { platform_role_id: "auditor" } }),
    ],
    ["the disabled flag", (user) => callAs(masterKey, disable, { params: of(user) })],
    [
      "the disabled flag, though it is taken back",
      async (user) => {
        const params = of(user);
        await callAs(masterKey, disable, { params });
        await callAs(masterKey, enable, { params });
      },
    ],
    [
      "a role, by a list",
      ({ username }) =>
        callAs(masterKey, importUsers, {
          query: { mode: "create" },
          body: { rows: [{ username, platform_role_id: "auditor" }] },
        }),
    ],
    [
      "the disabled flag of many",
      ({ username }) => callAs(masterKey, setStatus, { body: { ids: [username], disable: true } }),
    ],
    ["MFA", (user) => callAs(masterKey, reset, { params: of(user) })],
  ];
  test.each(changes)("with a change of %s", async (_, change) => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    await change(user);
    expect(await database().prisma.preAuthToken.count({ where: { userId: user.id } })).toBe(0);
    expect((await give(token, user, { totp: codeOf(user.secret) })).status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
  });
});

test("the newest step that was used is written only upwards", async () => {
  const user = await anEnrolled();
  const spent: boolean[] = [];
  for (const step of [5, 5, 4, 6]) {
    spent.push(await spendStep(database().prisma, user.id, step));
  }
  expect(spent).toEqual([true, false, false, true]);
});

describe("of parallel calls exactly one gets a session", () => {
  async function together(user: Enrolled, calls: (() => Promise<{ status: number }>)[]) {
    const statuses = (await Promise.all(calls.map((call) => call()))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set([200, 401]));
    expect(await sessionCountOf(user.id)).toBe(1);
  }

  test("with one pre-auth token", async () => {
    const user = await anEnrolled();
    const token = await afterPassword(user);
    const codes = user.recoveryCodes.slice(0, 5);
    await together(
      user,
      codes.map((code) => () => give(token, user, { recovery_code: code })),
    );
    expect(await database().prisma.recoveryCode.count({ where: { userId: user.id } })).toBe(9);
  });

  test("with one TOTP code", async () => {
    const user = await anEnrolled();
    const tokens = [await afterPassword(user), await afterPassword(user)];
    const totp = codeOf(user.secret);
    await together(
      user,
      tokens.map((token) => () => give(token, user, { totp })),
    );
  });

  test("with one recovery code, twenty times", async () => {
    const user = await anEnrolled();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => aPreAuthToken(user)));
    const statuses = await Promise.all(
      tokens.map(async (token) => {
        const called = await give(token, user, { recovery_code: user.recoveryCodes[0] });
        return called.status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 401, 429].includes(status))).toBe(true);
    expect(await sessionCountOf(user.id)).toBe(1);
  });
});

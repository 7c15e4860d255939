import { hash } from "@node-rs/argon2";
import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { GET, PUT } from "@/app/api/users/[username]/route";
import { POST as validate } from "@/app/api/users/[username]/validate-identity/route";
import { needsRehash } from "@/lib/crypto/passwords";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  anAccessToken,
  anActor,
  anonymous,
  aUser,
  bearer,
  PASSWORD,
  uniqueName,
  aSession,
} from "@/lib/testing/factories";
import { sessionTokenIn } from "@/lib/testing/mfa";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesOf, sessionCountOf, storedUser } from "@/lib/testing/stored";

function authenticate(username: string, password = PASSWORD, headers: CallInput["headers"] = {}) {
  return callAs(anonymous, signIn, { body: { username, password }, headers });
}

async function withSettings(settings: object, work: () => Promise<unknown>) {
  const { serverSetting } = database().prisma;
  const before = await serverSetting.findUniqueOrThrow({ where: { id: 1 } });
  await serverSetting.update({ where: { id: 1 }, data: settings });
  try {
    await work();
  } finally {
    await serverSetting.update({ where: { id: 1 }, data: before });
  }
}

describe("POST /api/users/adm/authenticate", () => {
  test("answers with a bearer that is good from then on", async () => {
    const { username } = await aUser();
    const { payload } = await authenticate(username.toUpperCase());
    expect(payload).toHaveProperty("UserName", username);
    const own = await callAs(bearer(sessionTokenIn(payload)), GET, { params: { username } });
    expect(own.status).toBe(200);
  });

  test("makes the bearer a JWT whose exp a dashboard can read", async () => {
    const { username } = await aUser();
    const { payload } = await authenticate(username);
    const { iat = 0, exp = 0, jti = "", ...claims } = decodeJwt(sessionTokenIn(payload));
    expect(claims).toEqual({ UserName: username });
    expect(exp - iat).toBe(720 * 60);
    expect(jti).toMatch(/^[\w-]{22}$/);
  });

  test("stores a session with where it comes from, and only a hash of the bearer", async () => {
    const user = await aUser();
    const headers = { "x-muster-client-address": "198.51.100.7", "User-Agent": "curl\u00e9/8" };
    const { payload } = await authenticate(user.username, PASSWORD, headers);
    const session = await database().prisma.session.findFirstOrThrow({
      where: { userId: user.id },
    });
    expect(session).toMatchObject({
      kind: "api",
      authMethod: "password",
      mfa: false,
      ip: "198.51.100.7",
      userAgent: "curlé/8",
    });
    expect(session.tokenHash).toHaveLength(32);
    expect(Buffer.from(session.tokenHash ?? []).toString()).not.toContain(sessionTokenIn(payload));
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(720 * 60_000);
  });

  test("lives as long as the server's setting says", async () => {
    const user = await aUser();
    await withSettings({ sessionMinutes: 5 }, () => authenticate(user.username));
    const session = await database().prisma.session.findFirstOrThrow({
      where: { userId: user.id },
    });
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(5 * 60_000);
  });

  test("sets the time of the last sign-in", async () => {
    const { username } = await aUser();
    const since = Date.now();
    const { payload } = await authenticate(username);
    const own = await callAs(bearer(sessionTokenIn(payload)), GET, { params: { username } });
    expect(Date.parse(own.payload.last_login_time)).toBeGreaterThanOrEqual(since);
  });

  test("leaves an entry in the audit log", async () => {
    const user = await aUser();
    await authenticate(user.username);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "session.create",
        actor: user.username,
        actorId: user.id,
        target: user.username,
        before: null,
        after: { auth_method: "password" },
      },
    ]);
  });

  test("opens the actions that need a recent identity check", async () => {
    const { username } = await aUser();
    const { payload } = await authenticate(username);
    const body = { password: "another password" };
    const called = await callAs(bearer(sessionTokenIn(payload)), PUT, {
      params: { username },
      body,
    });
    expect(called.status).toBe(200);
  });

  test("refuses unknown, wrong, disabled and single sign-on alike", async () => {
    const refused = [
      await authenticate(uniqueName("nobody")),
      await authenticate((await aUser()).username, "wrong password"),
      await authenticate((await aUser({ isDisabled: true })).username),
      await authenticate((await aUser({ authType: "oauth" })).username),
      await authenticate("masteradministrator"),
    ];
    expect(refused.map(({ status }) => status)).toEqual(Array(5).fill(401));
    const messages = refused.map(({ problem }) => problem.Message);
    expect(new Set(messages).size).toBe(1);
    const headers = refused.map((each) => [...each.headers.keys()].join());
    expect(new Set(headers).size).toBe(1);
  });

  test("refuses a password that is longer than any without comparing it", async () => {
    const { username } = await aUser();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect((await authenticate(username, "x".repeat(257))).badPaths).toEqual(["password"]);
    }
    expect((await authenticate(username, "x".repeat(256))).status).toBe(401);
  });

  test("makes no session for a disabled user", async () => {
    const user = await aUser({ isDisabled: true });
    await authenticate(user.username);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  test("looks at no credential that comes along", async () => {
    const { username } = await aUser();
    const called = await callAs(bearer("nonsense"), signIn, {
      body: { username, password: PASSWORD },
    });
    expect(called.status).toBe(200);
  });

  test.each([
    ["service-user", "true", 403],
    ["service-user", "TRUE", 403],
    ["service-user", "false", 200],
    ["platform-user", "true", 200],
    ["auditor", "true", 200],
  ] as const)("of a %s with From-Ui: %s answers %i", async (role, fromUi, status) => {
    const user = await aUser({ role });
    const called = await authenticate(user.username, PASSWORD, { "From-Ui": fromUi });
    expect(called.status).toBe(status);
    expect(await sessionCountOf(user.id)).toBe(status === 200 ? 1 : 0);
  });

  test("tells nobody about a role before the password is right", async () => {
    const { username } = await aUser({ role: "service-user" });
    expect((await authenticate(username, "wrong", { "From-Ui": "true" })).status).toBe(401);
  });

  test("with passwords switched off lets only the super admin in", async () => {
    const [admin, owner] = [await aUser({ role: "admin" }), await aUser({ role: "super-admin" })];
    await withSettings({ basicAuth: false }, async () => {
      expect((await authenticate(admin.username)).status).toBe(403);
      expect((await authenticate(admin.username, "wrong")).status).toBe(401);
      expect((await authenticate(owner.username)).status).toBe(200);
    });
    expect(await sessionCountOf(admin.id)).toBe(0);
  });

  test.each([
    [{}, " Sign in with a passkey."],
    [{ MUSTER_BASE_URL: "https://192.0.2.1" }, ""],
    [
      { GITHUB_CLIENT_ID: "a", GITHUB_CLIENT_SECRET: "b", MUSTER_BASE_URL: "https://192.0.2.1" },
      " Sign in with GitHub.",
    ],
    [
      {
        GITHUB_CLIENT_ID: "a",
        GITHUB_CLIENT_SECRET: "b",
        GOOGLE_CLIENT_ID: "a",
        GOOGLE_CLIENT_SECRET: "b",
      },
      " Sign in with Google, GitHub, or a passkey.",
    ],
  ])("with passwords switched off says what one signs in with (%j)", async (configured, words) => {
    const { username } = await aUser();
    const before = env();
    settleEnv({ ...before, ...configured });
    await withSettings({ basicAuth: false }, async () => {
      expect((await authenticate(username)).problem.Message).toBe(
        `Signing in with a password is switched off on this server.${words}`,
      );
    }).finally(() => {
      settleEnv(before);
    });
  });
});

describe("a failed sign-in", () => {
  const from = (ip: string) => ({ "x-muster-client-address": ip, "User-Agent": "guess/1" });

  test("is counted in one entry per account and address", async () => {
    const user = await aUser();
    for (const ip of ["198.51.100.1", "198.51.100.2", "198.51.100.1"]) {
      await authenticate(user.username, "wrong", from(ip));
    }
    const entries = await auditEntriesOf(user.id);
    expect(entries.map(({ ip, after }) => ({ ip, after }))).toEqual([
      { ip: "198.51.100.1", after: { count: 2 } },
      { ip: "198.51.100.2", after: { count: 1 } },
    ]);
    expect(entries[0]).toMatchObject({
      verb: "session.refuse",
      actor: "",
      actorId: null,
      target: user.username,
      userAgent: "guess/1",
      before: null,
    });
  });

  test("counts on in a new entry after a quarter of an hour", async () => {
    const user = await aUser();
    await authenticate(user.username, "wrong");
    const [entry] = await auditEntriesOf(user.id);
    const key = entry?.countKey?.replace(/\d+$/, (quarter) => String(Number(quarter) - 1)) ?? "";
    await database().prisma.auditEntry.update({
      where: { id: entry?.id ?? "" },
      data: { countKey: key },
    });
    await authenticate(user.username, "wrong");
    expect((await auditEntriesOf(user.id)).map(({ after }) => after)).toEqual([
      { count: 1 },
      { count: 1 },
    ]);
  });

  test("of a name that nobody has leaves nothing", async () => {
    const before = await fingerprint();
    await authenticate(uniqueName("nobody"));
    expect(await fingerprint()).toBe(before);
  });
});

describe("a sign-in makes no session", () => {
  const changes: [string, string][] = [
    ["the password is changed", `"passwordHash" = 'other'`],
    ["the user is disabled", `"isDisabled" = true`],
    ["the role is changed", `"platformRoleId" = 'auditor'`],
  ];
  test.each(changes)("when %s in between", async (_, change) => {
    const user = await aUser();
    const other = await holding(`UPDATE "User" SET ${change} WHERE "id" = $1`, [user.id]);
    const called = authenticate(user.username);
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
    expect(await auditEntriesOf(user.id)).toEqual([]);
  });

  test("when the user is deleted in between", async () => {
    const user = await aUser();
    const other = await holding(`DELETE FROM "User" WHERE "id" = $1`, [user.id]);
    const called = authenticate(user.username);
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
  });

  test("is proven by the same steps without the change", async () => {
    const user = await aUser();
    const other = await holding(`UPDATE "User" SET "isDisabled" = true WHERE "id" = $1`, [user.id]);
    const called = authenticate(user.username);
    await untilBlocked();
    await other.rollback();
    expect((await called).status).toBe(200);
  });
});

describe("a hash made at another cost", () => {
  const OLD_COST = { memoryCost: 8_192, timeCost: 1, parallelism: 1 };

  async function withOldHash(password = PASSWORD) {
    const user = await anActor("auditor");
    await database().prisma.user.update({
      where: { id: user.id },
      data: { passwordHash: await hash(password, OLD_COST) },
      select: { id: true },
    });
    return user;
  }

  async function isUpToDate({ username }: { username: string }) {
    return !needsRehash((await storedUser(username)).passwordHash ?? "");
  }

  test("is replaced when its owner signs in, and goes on fitting", async () => {
    const user = await withOldHash();
    const before = await storedUser(user.username);
    expect((await authenticate(user.username)).status).toBe(200);
    expect(await isUpToDate(user)).toBe(true);
    expect((await authenticate(user.username)).status).toBe(200);
    const { version, updatedAt } = await storedUser(user.username);
    expect({ version, updatedAt }).toEqual({
      version: before.version,
      updatedAt: before.updatedAt,
    });
    expect(await sessionCountOf(user.id)).toBe(3);
  });

  test("is replaced when its owner confirms who they are", async () => {
    const user = await withOldHash();
    const called = await callAs(user, validate, {
      params: { username: user.username },
      body: { password: PASSWORD },
    });
    expect(called.payload).toEqual({ identity_validated: true });
    expect(await isUpToDate(user)).toBe(true);
  });

  test("stays when the password was wrong", async () => {
    const user = await withOldHash();
    expect((await authenticate(user.username, "wrong")).status).toBe(401);
    expect(await isUpToDate(user)).toBe(false);
  });

  test("leaves no entry of its own in the audit log", async () => {
    const user = await withOldHash();
    await authenticate(user.username);
    expect((await auditEntriesOf(user.id)).map(({ verb }) => verb)).toEqual(["session.create"]);
  });

  test("lets all in who sign in at once, and is replaced once", async () => {
    const user = await withOldHash();
    const other = await holding(`SELECT 1 FROM "User" WHERE "id" = $1 FOR UPDATE`, [user.id]);
    const called = Promise.all(Array.from({ length: 3 }, () => authenticate(user.username)));
    await untilBlocked(3);
    await other.commit();
    expect((await called).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await isUpToDate(user)).toBe(true);
  });

  test("lets nobody in whose password is really changed in between", async () => {
    const user = await withOldHash();
    const other = await holding(`UPDATE "User" SET "passwordHash" = $2 WHERE "id" = $1`, [
      user.id,
      await hash("another password", OLD_COST),
    ]);
    const called = authenticate(user.username);
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await isUpToDate(user)).toBe(false);
    expect((await authenticate(user.username, "another password")).status).toBe(200);
  });

  test("is not replaced for whoever has no password any more", async () => {
    const user = await withOldHash();
    const other = await holding(`UPDATE "User" SET "passwordHash" = NULL WHERE "id" = $1`, [
      user.id,
    ]);
    const called = authenticate(user.username);
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect((await storedUser(user.username)).passwordHash).toBeNull();
  });
});

describe("POST /api/users/{username}/validate-identity", () => {
  const check = (actor: Awaited<ReturnType<typeof anActor>>, password = PASSWORD) =>
    callAs(actor, validate, { params: { username: actor.username }, body: { password } });

  async function canChangePassword(actor: Awaited<ReturnType<typeof anActor>>) {
    const called = await callAs(actor, PUT, {
      params: { username: actor.username },
      body: { password: PASSWORD },
    });
    return called.status === 200;
  }

  test("with the right password opens what needs a recent identity check", async () => {
    const me = await anActor("auditor");
    expect(await canChangePassword(me)).toBe(false);
    expect((await check(me)).payload).toEqual({ identity_validated: true });
    expect(await canChangePassword(me)).toBe(true);
  });

  test("with a wrong password answers 200 and opens nothing", async () => {
    const me = await anActor("auditor");
    expect((await check(me, "wrong")).payload).toEqual({ identity_validated: false });
    expect(await canChangePassword(me)).toBe(false);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      { verb: "session.refuse", actor: "", after: { count: 1 } },
    ]);
  });

  test("marks this session only", async () => {
    const me = await anActor("auditor");
    const other = { ...me, ...(await aSession(me)) };
    await check(me);
    expect(await canChangePassword(other)).toBe(false);
  });

  test("holds for ten minutes", async () => {
    const me = await anActor("auditor");
    await check(me);
    const moveBack = (minutes: number) =>
      database().pool.query(
        `UPDATE "Session" SET "identityConfirmedAt" = now() - $2 * interval '1 minute' WHERE "id" = $1`,
        [me.sessionId, minutes],
      );
    await moveBack(9.9);
    expect(await canChangePassword(me)).toBe(true);
    await moveBack(10.1);
    expect(await canChangePassword(me)).toBe(false);
  });

  test("with an API token answers, and marks nothing", async () => {
    const me = await anActor("auditor");
    const token = await anAccessToken(me);
    const before = await fingerprint();
    const called = await callAs(token, validate, {
      params: { username: me.username },
      body: { password: PASSWORD },
    });
    expect(called.payload).toEqual({ identity_validated: true });
    expect(await fingerprint()).toBe(before);
  });

  test("of an account without a password is refused", async () => {
    expect((await check(await anActor("auditor", { authType: "oauth" }))).status).toBe(409);
  });

  test("leaves an entry in the audit log", async () => {
    const me = await anActor("auditor");
    await check(me);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      { verb: "session.confirm-identity", actor: me.username },
    ]);
  });

  test("opens nothing when the password is changed in between", async () => {
    const me = await anActor("auditor");
    const other = await holding(`UPDATE "User" SET "passwordHash" = 'other' WHERE "id" = $1`, [
      me.id,
    ]);
    const called = check(me);
    await untilBlocked();
    await other.commit();
    expect((await called).status).not.toBe(200);
    expect(await canChangePassword(me)).toBe(false);
    expect((await storedUser(me.username)).passwordHash).toBe("other");
  });
});

import { describe, expect, test } from "vitest";
import { GET as getUser } from "@/app/api/users/[username]/route";
import { PUT as updateUser } from "@/app/api/users/[username]/route";
import {
  DELETE as revoke,
  GET as list,
  POST as create,
} from "@/app/api/v1/users/access_token/route";
import { hasValidChecksum, hashToken } from "@/lib/crypto/tokens";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  anAccessToken,
  anActor,
  aUser,
  bearer,
  masterKey,
  uniqueName,
  type Caller,
  type TestUser,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesOf, tokenCountOf } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

function ask(caller: Caller, { username }: TestUser, body: Record<string, unknown> = {}) {
  return callAs(caller, create, { body: { user_name: username, name: uniqueName(), ...body } });
}

async function newToken(caller: Caller, user: TestUser, body: Record<string, unknown> = {}) {
  const { payload } = await ask(caller, user, body);
  const row = await database().prisma.accessToken.findUniqueOrThrow({
    where: { tokenHash: hashToken(payload.AuthToken) },
  });
  return { ...bearer(payload.AuthToken), token: payload.AuthToken, tokenId: row.id, row };
}

const read = (caller: Caller, { username }: TestUser) =>
  callAs(caller, getUser, { params: { username } });

/** How far two times are apart, in whole seconds. */
const secondsBetween = (a: Date, b: Date) => Math.round((a.getTime() - b.getTime()) / 1000);

describe("POST /api/v1/users/access_token", () => {
  test("makes a token that acts as its owner at once", async () => {
    const me = await anActor("service-user");
    const { payload } = await ask(me, me, { name: "laptop" });
    expect(Object.keys(payload)).toEqual(["UserName", "AuthToken"]);
    expect(payload.UserName).toBe(me.username);
    expect((await read(bearer(payload.AuthToken), me)).payload.username).toBe(me.username);
  });

  test("makes one that scanners know, and keeps only its hash", async () => {
    const me = await anActor("auditor");
    const { token, row } = await newToken(me, me);
    expect(token).toMatch(/^mat_[\w-]{49}$/);
    expect(hasValidChecksum(token)).toBe(true);
    expect(row.tokenHash).toEqual(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test("lets it live 90 days, or as long as the server allows", async () => {
    const me = await anActor("auditor");
    expect(secondsBetween((await newToken(me, me)).row.expiresAt, inDays(90))).toBeCloseTo(0, -1);
    const { serverSetting } = database().prisma;
    await serverSetting.update({ where: { id: 1 }, data: { tokenMaxDays: 7 } });
    const short = await newToken(me, me);
    const tooLong = await ask(me, me, { expires_at: inDays(8).toISOString() });
    await serverSetting.update({ where: { id: 1 }, data: { tokenMaxDays: 366 } });
    expect(secondsBetween(short.row.expiresAt, inDays(7))).toBeCloseTo(0, -1);
    expect(tooLong.badPaths).toEqual(["expires_at"]);
    expect(tooLong.problem.Message).toContain("7 days");
  });

  test.each([
    { expires_at: "2026-01-01T00:00:00Z", why: "past" },
    { expires_at: ZERO_TIME, why: "the zero time" },
    { expires_at: inDays(367).toISOString(), why: "more than token_max_days ahead" },
    { expires_at: "tomorrow", why: "no time" },
    { expires_at: "2027-02-30T00:00:00Z", why: "no day" },
    { expires_at: 1_800_000_000, why: "no text" },
  ])("refuses to let it end at $expires_at, which is $why", async ({ expires_at }) => {
    const me = await anActor("auditor");
    const before = await fingerprint();
    const called = await ask(me, me, { expires_at });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: ["expires_at"],
    });
    expect(await fingerprint()).toBe(before);
  });

  test("takes what a Go client sends that sets only owner and name", async () => {
    const me = await anActor("auditor");
    const { row } = await newToken(me, me, {
      id: "",
      expires_at: ZERO_TIME,
      last_used: ZERO_TIME,
      created_by: "",
      created_at: ZERO_TIME,
    });
    expect(secondsBetween(row.expiresAt, inDays(90))).toBeCloseTo(0, -1);
  });

  test.each([["x"], ["x".repeat(64)], ["🔑".repeat(64)], ["CI deploy (München)"]])(
    "takes the name %s",
    async (name) => {
      const me = await anActor("auditor");
      expect((await newToken(me, me, { name })).row.name).toBe(name);
    },
  );

  test.each([[""], ["x".repeat(65)], ["🔑".repeat(65)], ["a\tb"], [7], [undefined]])(
    "refuses the name %j",
    async (name) => {
      const me = await anActor("auditor");
      const called = await ask(me, me, { name });
      expect({ status: called.status, paths: called.badPaths }).toEqual({
        status: 400,
        paths: ["name"],
      });
    },
  );

  test.each([
    ["  laptop\u00a0", "laptop"],
    ["Jose\u0301", "José"],
  ])("keeps the name %j as %j", async (given, kept) => {
    const me = await anActor("auditor");
    expect((await newToken(me, me, { name: given })).row.name).toBe(kept);
    const again = await ask(me, me, { name: kept });
    expect(again.status).toBe(409);
    expect(again.badPaths).toEqual(["name"]);
  });

  test.each(["   ", "\u200b", "\u3164\u2800", " \u00ad "])(
    "refuses the name %j, which shows nothing",
    async (name) => {
      const me = await anActor("auditor");
      const called = await ask(me, me, { name });
      expect({ status: called.status, paths: called.badPaths }).toEqual({
        status: 400,
        paths: ["name"],
      });
    },
  );

  test("gives a name once to each user, whatever its letters' case", async () => {
    const [me, other] = [await anActor("auditor"), await anActor("auditor")];
    await newToken(me, me, { name: "laptop" });
    const again = await ask(me, me, { name: "laptop" });
    expect(again.status).toBe(409);
    expect(again.problem.Message).toContain("laptop");
    expect((await ask(me, me, { name: "Laptop" })).status).toBe(200);
    expect((await ask(other, other, { name: "laptop" })).status).toBe(200);
  });

  test("at once with others of the same name is made once", async () => {
    const me = await anActor("auditor");
    const called = await Promise.all(
      Array.from({ length: 16 }, () => ask(me, me, { name: "laptop" })),
    );
    const statuses = called.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(15).fill(409)]);
    expect(await tokenCountOf(me.id)).toBe(1);
  });

  test("finds the owner whatever the case of the name", async () => {
    const me = await anActor("auditor");
    const { payload } = await ask(me, { ...me, username: me.username.toUpperCase() });
    expect(payload.UserName).toBe(me.username);
  });

  test("for a disabled user is a conflict", async () => {
    const admin = await anActor("admin");
    const user = await aUser({ isDisabled: true });
    expect((await ask(admin, user)).status).toBe(409);
    expect(await tokenCountOf(user.id)).toBe(0);
  });

  test("says first what is wrong with the token, then that the owner is somebody else's or nobody", async () => {
    const [user, admin] = [await anActor("platform-user"), await anActor("admin")];
    const nobody = { id: "", username: uniqueName("nobody") };
    const past = { expires_at: "2020-01-01T00:00:00Z" };
    expect((await ask(user, nobody, past)).status).toBe(400);
    expect((await ask(user, nobody)).status).toBe(403);
    expect((await ask(admin, nobody, past)).status).toBe(400);
    expect((await ask(admin, nobody)).status).toBe(404);
    const superAdmin = await aUser({ role: "super-admin" });
    expect((await ask(admin, superAdmin, { name: "" })).status).toBe(400);
    expect((await ask(admin, superAdmin)).status).toBe(403);
  });

  test("by somebody else says who made it", async () => {
    const [user, admin] = [await aUser(), await anActor("admin")];
    expect((await newToken(admin, user)).row.createdBy).toBe(admin.username);
    expect((await newToken(masterKey, user)).row.createdBy).toBe("masteradministrator");
  });

  test("leaves one audit entry, which cannot be signed in with", async () => {
    const me = await anActor("auditor");
    const { token, row } = await newToken(me, me, { name: "laptop" });
    const entries = await auditEntriesOf(me.id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      actor: me.username,
      verb: "token.create",
      targetType: "user",
      target: me.username,
      before: null,
      after: { token_name: "laptop", expires_at: row.expiresAt.toISOString() },
    });
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  test("does not change the user's entity tag, but the count of tokens", async () => {
    const me = await anActor("auditor");
    const before = await read(me, me);
    const { tokenId } = await newToken(me, me);
    const after = await read(me, me);
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
    expect(after.payload.num_access_tokens).toBe(before.payload.num_access_tokens + 1);
    await callAs(me, revoke, { query: { id: tokenId } });
    expect((await read(me, me)).payload.num_access_tokens).toBe(before.payload.num_access_tokens);
  });
});

describe("a token that is made with an API token", () => {
  test("ends no later than that one, and is cut to it when it says nothing", async () => {
    const me = await aUser();
    const expiresAt = inDays(3);
    const parent = await anAccessToken(me, { expiresAt });
    expect((await newToken(parent, me)).row.expiresAt).toEqual(expiresAt);
    expect(
      (await newToken(parent, me, { expires_at: expiresAt.toISOString() })).row.expiresAt,
    ).toEqual(expiresAt);
    const later = await ask(parent, me, { expires_at: inDays(4).toISOString() });
    expect(later.badPaths).toEqual(["expires_at"]);
  });

  test("goes with it, and so do those that were made with it in turn", async () => {
    const me = await anActor("auditor");
    const parent = await newToken(me, me);
    const child = await newToken(parent, me);
    const grandchild = await newToken(child, me);
    await callAs(me, revoke, { query: { id: parent.tokenId } });
    for (const gone of [parent, child, grandchild]) {
      expect((await read(gone, me)).status).toBe(401);
    }
    expect(await tokenCountOf(me.id)).toBe(0);
  });

  test("goes with it when it is another user's", async () => {
    const [admin, user] = [await anActor("admin"), await aUser()];
    const parent = await newToken(admin, admin);
    const child = await newToken(parent, user);
    await callAs(admin, revoke, { query: { id: parent.tokenId } });
    expect((await read(child, user)).status).toBe(401);
    const entries = await auditEntriesOf(user.id);
    expect(entries.map(({ verb, actor }) => ({ verb, actor }))).toEqual([
      { verb: "token.create", actor: admin.username },
      { verb: "token.revoke", actor: admin.username },
    ]);
  });
});

describe("while a token is being made", () => {
  /** Starts a call, makes another change first, and answers what the call says then. */
  async function overtakenBy(caller: Caller, user: TestUser, sql: string) {
    const change = await holding(sql.replaceAll("$id", `'${user.id}'`));
    const call = ask(caller, user);
    await untilBlocked();
    await change.commit();
    return call;
  }

  test("its owner is disabled: refused", async () => {
    const [user, admin] = [await aUser(), await anActor("admin")];
    const called = await overtakenBy(
      admin,
      user,
      `UPDATE "User" SET "isDisabled" = TRUE WHERE "id" = $id`,
    );
    expect(called.status).toBe(409);
    expect(await tokenCountOf(user.id)).toBe(0);
  });

  test("its owner becomes an admin: refused to an admin", async () => {
    const [user, admin] = [await aUser(), await anActor("admin")];
    const called = await overtakenBy(
      admin,
      user,
      `UPDATE "User" SET "platformRoleId" = 'admin' WHERE "id" = $id`,
    );
    expect(called.status).toBe(403);
  });

  test("the caller's session ends: refused", async () => {
    const me = await anActor("auditor");
    const called = await overtakenBy(
      me,
      me,
      `WITH u AS (SELECT "id" FROM "User" WHERE "id" = $id FOR UPDATE)
       DELETE FROM "Session" s USING u WHERE s."userId" = u."id"`,
    );
    expect(called.status).toBe(401);
    expect(await tokenCountOf(me.id)).toBe(0);
  });

  test("the caller is disabled: refused", async () => {
    const me = await anActor("auditor");
    const called = await overtakenBy(
      me,
      me,
      `UPDATE "User" SET "isDisabled" = TRUE WHERE "id" = $id`,
    );
    expect(called.status).toBe(401);
    expect(await tokenCountOf(me.id)).toBe(0);
  });

  test("the caller is deleted: refused", async () => {
    const me = await anActor("auditor");
    const called = await overtakenBy(me, me, `DELETE FROM "User" WHERE "id" = $id`);
    expect(called.status).toBe(401);
  });

  test("the caller's role changes: refused", async () => {
    const me = await anActor("auditor");
    const called = await overtakenBy(
      me,
      me,
      `UPDATE "User" SET "platformRoleId" = 'service-user' WHERE "id" = $id`,
    );
    expect(called.status).toBe(409);
    expect(await tokenCountOf(me.id)).toBe(0);
  });

  test("the token it is made with is revoked: refused", async () => {
    const me = await aUser();
    const parent = await anAccessToken(me);
    const called = await overtakenBy(
      parent,
      me,
      `WITH u AS (SELECT "id" FROM "User" WHERE "id" = $id FOR UPDATE)
       DELETE FROM "AccessToken" t USING u WHERE t."userId" = u."id"`,
    );
    expect(called.status).toBe(401);
    expect(await tokenCountOf(me.id)).toBe(0);
  });
});

describe("GET /api/v1/users/access_token", () => {
  test("lists a user's tokens, newest first, in the shape of the specification", async () => {
    const me = await anActor("service-user");
    const older = await anAccessToken(me, { name: "older", createdAt: inDays(-2) });
    const newer = await anAccessToken(me, {
      name: "newer",
      createdAt: inDays(-1),
      lastUsedAt: new Date("2026-11-01T00:00:00Z"),
      expiresAt: new Date("2030-01-01T00:00:00Z"),
    });
    await anAccessToken(await aUser());
    const { payload } = await callAs(me, list, { query: { username: me.username } });
    expect(payload.map(({ id }) => id)).toEqual([newer.tokenId, older.tokenId]);
    expect(payload[0]).toMatchObject({
      id: newer.tokenId,
      name: "newer",
      user_name: me.username,
      expires_at: "2030-01-01T00:00:00.000Z",
      last_used: "2026-11-01T00:00:00.000Z",
      created_by: me.username,
    });
    expect(payload[1]?.last_used).toBe(ZERO_TIME);
  });

  test("of nobody's tokens is an empty list in the envelope", async () => {
    const me = await anActor("auditor");
    const called = await callAs(me, list, { query: { username: me.username.toUpperCase() } });
    expect(called.text).toBe('{"Code":200,"Message":"API tokens","Response":[]}');
  });

  test("needs a name from whoever may see others'", async () => {
    expect((await callAs(await anActor("auditor"), list)).badPaths).toEqual(["username"]);
    expect((await callAs(await anActor("service-user"), list)).status).toBe(403);
  });

  test("lists all of many, each once, in a statement for each thousand", async () => {
    const me = await anActor("auditor");
    await database().pool.query(
      `INSERT INTO "AccessToken" ("id", "userId", "userName", "name", "nameLower", "tokenHash", "createdBy", "createdAt", "expiresAt")
       SELECT gen_random_uuid(), $1::uuid, $2, 't' || n, 't' || n, sha256(($2 || n)::bytea), $2,
         now() - (n / 300) * interval '1 second', now() FROM generate_series(1, 2500) n`,
      [me.id, me.username],
    );
    const input = { query: { username: me.username } };
    const { payload } = await callAs(me, list, input);
    expect(payload).toHaveLength(2500);
    expect(new Set(payload.map(({ id }) => id)).size).toBe(2500);
    expect(payload.map(({ created_at }) => created_at)).toEqual(
      payload
        .map(({ created_at }) => created_at)
        .sort()
        .reverse(),
    );
    const statements = await statementsOf(() => callAs(me, list, input));
    expect(statements.filter((sql) => sql.includes('"AccessToken"."name"'))).toHaveLength(3);
  });
});

describe("DELETE /api/v1/users/access_token", () => {
  test("makes the next request fail", async () => {
    const me = await anActor("auditor");
    const token = await anAccessToken(me);
    expect((await read(token, me)).status).toBe(200);
    const { payload } = await callAs(me, revoke, { query: { id: token.tokenId } });
    expect(payload).toBeNull();
    expect((await read(token, me)).status).toBe(401);
    expect((await callAs(me, revoke, { query: { id: token.tokenId } })).status).toBe(404);
  });

  test("can be done with the token itself", async () => {
    const me = await aUser();
    const token = await anAccessToken(me);
    expect((await callAs(token, revoke, { query: { id: token.tokenId } })).status).toBe(200);
    expect(await tokenCountOf(me.id)).toBe(0);
  });

  test("works for a disabled owner and an expired token", async () => {
    const admin = await anActor("admin");
    const token = await anAccessToken(await aUser({ isDisabled: true }), { expiresAt: inDays(-1) });
    expect((await callAs(admin, revoke, { query: { id: token.tokenId } })).status).toBe(200);
  });

  test.each([["nothing"], ["0190f5a0-0000-7000-8000-000000000000"], [""]])(
    "of %j, which nobody has, is 404",
    async (id) => {
      expect((await callAs(await anActor("admin"), revoke, { query: { id } })).status).toBe(404);
    },
  );

  test("without an id names it", async () => {
    expect((await callAs(await anActor("admin"), revoke)).badPaths).toEqual(["id"]);
  });

  test("twice at once is done once, with one audit entry", async () => {
    const me = await anActor("auditor");
    const { tokenId } = await anAccessToken(me, { name: "laptop" });
    const called = await Promise.all(
      [1, 2, 3].map(() => callAs(me, revoke, { query: { id: tokenId } })),
    );
    expect(called.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    const entries = await auditEntriesOf(me.id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      verb: "token.revoke",
      target: me.username,
      before: { token_name: "laptop" },
      after: null,
    });
  });
});

describe("what becomes of a user's tokens", () => {
  test("when the role changes: they are revoked", async () => {
    const [admin, user] = [await anActor("admin"), await aUser()];
    const token = await anAccessToken(user);
    const params = { username: user.username };
    await callAs(admin, updateUser, { params, body: { platform_role_id: "auditor" } });
    expect((await read(token, user)).status).toBe(401);
    expect(await tokenCountOf(user.id)).toBe(0);
  });

  test("while the user is disabled: they are refused, and good again afterwards", async () => {
    const [admin, user] = [await anActor("admin"), await aUser()];
    const token = await anAccessToken(user);
    const params = { username: user.username };
    await callAs(admin, updateUser, { params, body: { account_disabled: true } });
    expect((await read(token, user)).status).toBe(401);
    await callAs(admin, updateUser, { params, body: { account_disabled: false } });
    expect((await read(token, user)).status).toBe(200);
  });
});

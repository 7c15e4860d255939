import { describe, expect, test } from "vitest";
import { POST as status } from "@/app/api/v1/users/bulk/status/route";
import { DELETE } from "@/app/api/v1/users/bulk/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anAccessToken,
  anActor,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import {
  auditEntriesOf,
  groupVersions,
  sessionCountOf,
  storedUser,
  tokenCountOf,
} from "@/lib/testing/stored";

function remove(caller: Caller, ids: unknown, query = {}) {
  return callAs(caller, DELETE, { body: { ids }, query });
}

function setDisabled(caller: Caller, ids: unknown, disable: boolean, query = {}) {
  return callAs(caller, status, { body: { ids, disable }, query });
}

async function cast() {
  const [admin, superAdmin, otherAdmin, user] = await Promise.all([
    anActor("admin"),
    aUser({ role: "super-admin" }),
    aUser({ role: "admin" }),
    anActor("auditor"),
  ]);
  await anAccessToken(user);
  const ids = [admin, superAdmin, otherAdmin, user].map(({ username }) => username);
  return { admin, superAdmin, otherAdmin, user, ids: [...ids, uniqueName("nobody")] };
}

function reasons(skipped: { id: string; reason: string }[]): Record<string, string> {
  return Object.fromEntries(skipped.map(({ id, reason }) => [id, reason]));
}

describe("DELETE /api/v1/users/bulk", () => {
  test("does what may be done, and says of every other why not", async () => {
    const { admin, superAdmin, otherAdmin, user, ids } = await cast();
    const { payload } = await remove(admin, ids);
    expect(payload.done).toEqual([user.username]);
    expect(reasons(payload.skipped)).toEqual({
      [admin.username]: "You cannot delete yourself.",
      [superAdmin.username]: "Only the super admin can change the super admin's account.",
      [otherAdmin.username]: "Only the super admin can change other admins.",
      [ids[4] ?? ""]: `There is no user "${ids[4] ?? ""}".`,
    });
    expect(await database().prisma.user.count({ where: { id: user.id } })).toBe(0);
    expect(await sessionCountOf(user.id)).toBe(0);
    expect(await tokenCountOf(user.id)).toBe(0);
    const [entry] = await auditEntriesOf(user.id);
    expect(entry).toMatchObject({
      verb: "user.delete",
      actor: admin.username,
      before: { username: user.username, platform_role_id: "auditor" },
      after: null,
    });
  });

  test("raises the version of the groups of all who go, once each, and of no other", async () => {
    const groups = [await aGroup(), await aGroup(), await aGroup()];
    const [both, one] = [groups.slice(0, 2), groups.slice(0, 1)];
    const users = [await aUser({ groups: both }), await aUser({ groups: one })];
    const { username: kept } = await aUser({ role: "admin", groups: groups.slice(2) });
    const before = await groupVersions(groups);
    await remove(await anActor("admin"), [...users.map(({ username }) => username), kept]);
    const after = await groupVersions(groups);
    expect(after.map((version, at) => version - (before[at] ?? 0n))).toEqual([1n, 1n, 0n]);
  });

  test("by the master key takes admins too, and never the super admin", async () => {
    const { superAdmin, otherAdmin } = await cast();
    const { payload } = await remove(masterKey, [superAdmin.username, otherAdmin.username]);
    expect(payload.done).toEqual([otherAdmin.username]);
  });

  test("in a dry run answers the same and changes nothing", async () => {
    const { admin, ids } = await cast();
    const before = await fingerprint();
    const dry = await remove(admin, ids, { dry_run: true });
    expect(await fingerprint()).toBe(before);
    const { payload } = await remove(admin, ids);
    expect(dry.payload).toEqual(payload);
  });

  test("takes a name once, whatever its case", async () => {
    const { username } = await aUser();
    const { payload } = await remove(masterKey, [username, username.toUpperCase(), username]);
    expect(payload).toEqual({ done: [username], skipped: [], client_configs: 0 });
  });

  test("of nothing does nothing", async () => {
    expect((await remove(masterKey, [])).payload).toEqual({
      done: [],
      skipped: [],
      client_configs: 0,
    });
  });

  test("takes 10,000 names, and no more", async () => {
    const names = Array.from({ length: 10_001 }, (_, n) => `nobody-${n}`);
    const { payload } = await remove(masterKey, names.slice(1));
    expect(payload.skipped).toHaveLength(10_000);
    const called = await remove(masterKey, names);
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["ids"]);
  });

  test.each([
    ["missing", undefined, "ids"],
    ["null", null, "ids"],
    ["an object", { a: {} }, "ids"],
    ["a text", "a", "ids"],
    ["a list with a number", ["a", 5], "ids.1"],
    ["a list with null", ["a", "b", null], "ids.2"],
  ])("refuses ids that are %s", async (_, ids, path) => {
    const called = await remove(masterKey, ids);
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([path]);
  });

  test("of 400 users takes as many statements as of four", async () => {
    const few = await usersNamed(4);
    const many = await usersNamed(400);
    const forFew = await statementsOf(() => remove(masterKey, few));
    const forMany = await statementsOf(() => remove(masterKey, many));
    expect(forMany).toHaveLength(forFew.length);
  });

  test("by two callers at once deletes each user once", async () => {
    const names = await usersNamed(50);
    const [one, two] = await Promise.all([
      remove(masterKey, names),
      remove(masterKey, [...names].reverse()),
    ]);
    expect([...one.payload.done, ...two.payload.done].sort()).toEqual([...names].sort());
    const entries = await database().prisma.auditEntry.count({
      where: { verb: "user.delete", target: { in: names } },
    });
    expect(entries).toBe(50);
  });
});

async function usersNamed(count: number): Promise<string[]> {
  const stem = uniqueName("bulk");
  const { rows } = await database().pool.query<{ username: string }>(
    `INSERT INTO "User" ("id", "username", "platformRoleId", "createdBy")
     SELECT gen_random_uuid(), $1 || '-' || n, 'service-user', 'test' FROM generate_series(1, $2::int) n
     RETURNING "username"`,
    [stem, count],
  );
  return rows.map(({ username }) => username);
}

describe("POST /api/v1/users/bulk/status", () => {
  test("disables whom it may and ends their sessions", async () => {
    const { admin, superAdmin, otherAdmin, user, ids } = await cast();
    const { payload } = await setDisabled(admin, ids, true);
    expect(payload.done).toEqual([user.username]);
    expect(reasons(payload.skipped)).toEqual({
      [admin.username]: "You cannot enable or disable yourself.",
      [superAdmin.username]: "Only the super admin can change the super admin's account.",
      [otherAdmin.username]: "Only the super admin can change other admins.",
      [ids[4] ?? ""]: `There is no user "${ids[4] ?? ""}".`,
    });
    expect((await storedUser(user.username)).isDisabled).toBe(true);
    expect(await sessionCountOf(user.id)).toBe(0);
    expect(await tokenCountOf(user.id)).toBe(1);
    expect(await sessionCountOf(admin.id)).toBe(1);
  });

  test("audits only those that change", async () => {
    const [already, other] = [await aUser({ isDisabled: true }), await aUser()];
    const { payload } = await setDisabled(masterKey, [already.username, other.username], true);
    expect(payload.done).toEqual([already.username, other.username]);
    expect(await auditEntriesOf(already.id)).toEqual([]);
    expect(await auditEntriesOf(other.id)).toMatchObject([
      {
        verb: "user.disable",
        before: { account_disabled: false },
        after: { account_disabled: true },
      },
    ]);
  });

  test("enables", async () => {
    const user = await aUser({ isDisabled: true });
    await setDisabled(masterKey, [user.username], false);
    expect((await storedUser(user.username)).isDisabled).toBe(false);
    expect(await auditEntriesOf(user.id)).toMatchObject([{ verb: "user.enable" }]);
  });

  test("raises the version of who changes and of nobody else", async () => {
    const [already, other] = [await aUser({ isDisabled: true }), await aUser()];
    const before = [await storedUser(already.username), await storedUser(other.username)];
    await setDisabled(masterKey, [already.username, other.username], true);
    const after = [await storedUser(already.username), await storedUser(other.username)];
    expect(after.map(({ version }, at) => version - (before[at]?.version ?? 0n))).toEqual([0n, 1n]);
  });

  test("in a dry run answers the same and changes nothing", async () => {
    const { admin, ids } = await cast();
    const before = await fingerprint();
    const dry = await setDisabled(admin, ids, true, { dry_run: true });
    expect(await fingerprint()).toBe(before);
    expect(dry.payload).toEqual((await setDisabled(admin, ids, true)).payload);
  });

  test("of 400 users takes as many statements as of four", async () => {
    const [few, many] = [await usersNamed(4), await usersNamed(400)];
    const forFew = await statementsOf(() => setDisabled(masterKey, few, true));
    const forMany = await statementsOf(() => setDisabled(masterKey, many, true));
    expect(forMany).toHaveLength(forFew.length);
  });
});

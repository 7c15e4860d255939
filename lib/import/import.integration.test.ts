import { describe, expect, test } from "vitest";
import { POST as authenticate } from "@/app/api/users/adm/authenticate/route";
import { POST as importUsers } from "@/app/api/v1/users/import/route";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anAccessToken,
  anActor,
  anInvite,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout, auditEntriesOf, groupsOf, storedUser } from "@/lib/testing/stored";

type Row = Record<string, unknown>;

async function send(caller: Caller, rows: Row[], query: Record<string, string> = {}) {
  const called = await callAs(caller, importUsers, {
    query: { mode: "create", ...query },
    body: { rows },
  });
  return called.payload;
}

const address = () => `${uniqueName()}@example.com`;
const groupName = async (id: string) =>
  (
    await database().prisma.group.update({
      where: { id },
      data: { name: `Team ${id}`, nameLower: `team ${id}` },
    })
  ).name;

describe("POST /api/v1/users/import", () => {
  test("makes, changes and leaves people as they are, in the order sent", async () => {
    const [group, named] = [await aGroup(), await aGroup()];
    const known = await aUser({ displayName: "Old", groups: [group] });
    const same = await aUser({ displayName: "Same" });
    const [made, withPassword] = [uniqueName(), uniqueName()];
    const result = await send(masterKey, [
      {
        username: made.toUpperCase(),
        user_group_ids: [group, (await groupName(named)).toUpperCase()],
      },
      { username: known.username, display_name: "New", user_group_ids: { [named]: {} } },
      { username: same.username, display_name: "Same", platform_role_id: "" },
      {
        username: withPassword,
        password: PASSWORD,
        platform_role_id: "auditor",
        display_name: null,
      },
    ]);
    expect(result.errors).toEqual([]);
    expect(result.done.map(({ row, username, action }) => [row, username, action])).toEqual([
      [0, made, "created"],
      [1, known.username, "updated"],
      [2, same.username, "unchanged"],
      [3, withPassword, "created"],
    ]);
    expect(result.done.map(({ password }) => password !== "")).toEqual([true, false, false, false]);
    expect(await groupsOf(made)).toEqual([group, named].sort());
    expect(await storedUser(known.username)).toMatchObject({
      displayName: "New",
      memberships: [{ groupId: named }],
    });
    expect((await storedUser(withPassword)).platformRoleId).toBe("auditor");
    for (const [username, password] of [
      [made, result.done[0]?.password],
      [withPassword, PASSWORD],
    ]) {
      const signedIn = await callAs(anonymous, authenticate, { body: { username, password } });
      expect(signedIn.status).toBe(200);
    }
    const counts = await database().prisma.group.findMany({
      where: { id: { in: [group, named] } },
      select: { id: true, memberCount: true },
    });
    const count = new Map(counts.map(({ id, memberCount }) => [id, memberCount]));
    expect([count.get(group), count.get(named)]).toEqual([1, 2]);
  });

  test("never changes a password, and counts as a change what is one", async () => {
    const known = await aUser();
    const before = await storedUser(known.username);
    const result = await send(masterKey, [{ username: known.username, password: "another one" }]);
    expect(result.done).toMatchObject([{ action: "unchanged", password: "" }]);
    expect(await storedUser(known.username)).toEqual(before);
  });

  test("refuses no row that says what is so already, whoever it is about", async () => {
    const admin = await anActor("admin");
    const other = await anActor("admin");
    const external = await aGroup({ externalId: uniqueName("external") });
    const inExternal = await aUser({ displayName: "Ada", groups: [external] });
    const result = await send(admin, [
      { username: admin.username, platform_role_id: "admin", user_group_ids: [ADMIN_GROUP] },
      { username: other.username, platform_role_id: "admin", user_group_ids: [ADMIN_GROUP] },
      { username: inExternal.username, display_name: "Ada", user_group_ids: [external] },
    ]);
    expect(result.errors).toEqual([]);
    expect(result.done.map(({ action }) => action)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
  });

  test("does nothing where something is wrong, and says all of it", async () => {
    const admin = await anActor("admin");
    const other = await anActor("admin");
    const external = await aGroup({ externalId: uniqueName("external") });
    const inExternal = await aUser({ groups: [external] });
    const [good, twice] = [uniqueName(), uniqueName()];
    const before = await fingerprint();
    const result = await send(admin, [
      { username: good },
      { username: "a b" },
      { display_name: "nobody" },
      { username: twice },
      { username: twice },
      { username: uniqueName(), platform_role_id: "admin" },
      { username: uniqueName(), platform_role_id: "nonsense", password: "abc" },
      { username: uniqueName(), user_group_ids: ["nope"] },
      { username: uniqueName(), user_group_ids: [external] },
      { username: other.username, display_name: "x" },
      { username: admin.username, platform_role_id: "auditor" },
      { username: inExternal.username, user_group_ids: [] },
    ]);
    expect(result.errors.map(({ row, path }) => `${String(row)} ${path}`)).toEqual([
      "1 username",
      "2 username",
      "4 username",
      "5 platform_role_id",
      "6 platform_role_id",
      "6 password",
      "7 user_group_ids.nope",
      `8 user_group_ids.${external}`,
      "9 username",
      "10 platform_role_id",
      `11 user_group_ids.${external}`,
    ]);
    expect(result.done.map(({ username, password }) => [username, password])).toEqual([
      [good, ""],
      [twice, ""],
    ]);
    expect(await fingerprint()).toBe(before);
  });

  test("finds all that is wrong with a row at once, but not with what it would not use", async () => {
    const known = await aUser();
    const result = await send(masterKey, [
      {
        username: "a",
        platform_role_id: "x",
        user_group_ids: ["q1", "q2"],
        display_name: 5,
        password: "a",
      },
      { username: known.username, password: "a", display_name: "x" },
    ]);
    expect(result.errors.map(({ row, path }) => `${String(row)} ${path}`).sort()).toEqual([
      "0 display_name",
      "0 password",
      "0 platform_role_id",
      "0 user_group_ids.q1",
      "0 user_group_ids.q2",
      "0 username",
    ]);
    expect(result.done).toMatchObject([{ row: 1, action: "updated" }]);
  });

  test("tells with dry_run what it would do", async () => {
    const before = await fingerprint();
    const username = uniqueName();
    const result = await send(masterKey, [{ username }], { dry_run: "true" });
    expect(result).toEqual({
      done: [{ row: 0, username, action: "created", password: "" }],
      errors: [],
    });
    expect(await fingerprint()).toBe(before);
  });

  test("invites whoever does not exist, and changes who does", async () => {
    const group = await aGroup();
    const known = await aUser();
    const email = address();
    const result = await send(
      masterKey,
      [
        { username: email, platform_role_id: "auditor", user_group_ids: [group] },
        { username: known.username, user_group_ids: [group] },
      ],
      { mode: "invite" },
    );
    expect(result.done.map(({ action }) => action)).toEqual(["invited", "updated"]);
    const stored = await database().prisma.invite.findUniqueOrThrow({
      where: { email },
      include: { groups: true },
    });
    expect(stored).toMatchObject({ roleId: "auditor", groups: [{ groupId: group }] });
    expect(await groupsOf(known.username)).toEqual([group]);
    const noAddress = await send(masterKey, [{ username: uniqueName() }], { mode: "invite" });
    expect(noAddress.errors).toMatchObject([{ row: 0, path: "username" }]);
  });

  test("a new role puts into the group of admins or out of it, and revokes API tokens", async () => {
    const user = await aUser();
    await anAccessToken(user);
    await send(masterKey, [{ username: user.username, platform_role_id: "admin" }]);
    expect(await groupsOf(user.username)).toEqual([ADMIN_GROUP]);
    expect(await database().prisma.accessToken.count({ where: { userId: user.id } })).toBe(0);
    await send(masterKey, [{ username: user.username, platform_role_id: "auditor" }]);
    expect(await groupsOf(user.username)).toEqual([]);
  });

  test.each([
    ["who is no administrator any more", { platformRoleId: "auditor" }, 409],
    ["who was disabled", { isDisabled: true }, 401],
  ])("is not done for somebody %s when it would be", async (_, data, status) => {
    const actor = await anActor("admin");
    const username = uniqueName();
    const other = await holding("SELECT pg_advisory_xact_lock_shared(5210047)");
    const call = callAs(actor, importUsers, {
      query: { mode: "create" },
      body: { rows: [{ username }] },
    });
    await untilBlocked();
    await database().prisma.user.update({ where: { id: actor.id }, data });
    await other.commit();
    expect((await call).status).toBe(status);
    expect(await database().prisma.user.count({ where: { username } })).toBe(0);
  });

  test("an account that it makes ends an invite of that name", async () => {
    const { email } = await anInvite();
    await send(masterKey, [{ username: email, password: PASSWORD }]);
    expect(await database().prisma.invite.count({ where: { email } })).toBe(0);
  });

  test("leaves the entries of each, and one of its own without a target", async () => {
    const admin = await anActor("admin");
    const known = await aUser();
    const [made, email] = [uniqueName(), address()];
    await send(admin, [{ username: made }, { username: known.username, display_name: "Ada" }]);
    await send(admin, [{ username: email }], { mode: "invite" });
    const entries = await database().prisma.auditEntry.findMany({
      where: { actor: admin.username, verb: "user.import" },
      orderBy: { id: "asc" },
    });
    expect(entries).toMatchObject([
      { target: "", after: { created: 1, updated: 1, unchanged: 0, invited: 0 } },
      { target: "", after: { created: 0, updated: 0, unchanged: 0, invited: 1 } },
    ]);
    expect(await auditEntriesAbout(made)).toMatchObject([{ verb: "user.create" }]);
    expect(await auditEntriesOf(known.id)).toMatchObject([
      { verb: "user.update", before: { display_name: "" }, after: { display_name: "Ada" } },
    ]);
    expect(await auditEntriesAbout(email)).toMatchObject([{ verb: "invite.create" }]);
  });

  test.each([
    ["no rows", { rows: [] }],
    ["what is no list", { rows: "x" }],
    ["a list of texts", { rows: ["x"] }],
    ["too many", { rows: Array.from({ length: 10_001 }, () => ({})) }],
    [
      "more new accounts than a thousand",
      { rows: Array.from({ length: 1001 }, (_, n) => ({ username: `many-${String(n)}` })) },
    ],
  ])("refuses %s", async (_, body) => {
    const called = await callAs(masterKey, importUsers, { query: { mode: "create" }, body });
    expect(called.status).toBe(400);
    expect(called.badPaths.every((path) => path.startsWith("rows"))).toBe(true);
  });

  test("asks no more for many than for few", async () => {
    const rows = async (count: number) => {
      const users = await Promise.all(Array.from({ length: count }, () => aUser()));
      return users.map(({ username }) => ({ username, display_name: uniqueName() }));
    };
    const [few, many] = [await rows(2), await rows(60)];
    const ofFew = await statementsOf(() => send(masterKey, few));
    const ofMany = await statementsOf(() => send(masterKey, many));
    expect(ofMany.length).toBe(ofFew.length);
  });
});

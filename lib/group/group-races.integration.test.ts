// Groups that several people change at once, and groups that are large.
import { describe, expect, test } from "vitest";
import { PUT as updateUser } from "@/app/api/users/[username]/route";
import { DELETE as LEAVE, POST as JOIN } from "@/app/api/v1/users/group/members/route";
import { DELETE, GET, POST, PUT } from "@/app/api/v1/users/group/route";
import { DELETE as deleteRole } from "@/app/api/v1/users/role/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import { aGroup, aRole, aUser, masterKey, uniqueName } from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout, auditEntriesOf, groupsOf, storedUser } from "@/lib/testing/stored";
import { ADMIN_GROUP } from "./built-in";

const ROUNDS = Array.from({ length: 5 }, (_, index) => index);

function move(route: RouteHandler, groupId: string, usernames: string[]) {
  return callAs(masterKey, route, { body: { group_id: groupId, ids: usernames } });
}

function remove(groupId: string) {
  return callAs(masterKey, DELETE, { query: { group_id: groupId } });
}

async function read(groupId: string) {
  return callAs(masterKey, GET, { query: { group_id: groupId } });
}

async function memberCounts(groupId: string) {
  const { prisma } = database();
  const group = await prisma.group.findUnique({
    where: { id: groupId },
    select: { memberCount: true },
  });
  const found = await prisma.groupMember.count({ where: { groupId } });
  return { counted: group?.memberCount, found };
}

/** How many calls have ended each other in this database so far. */
async function deadlocks(): Promise<string | undefined> {
  const { rows } = await database().pool.query<{ deadlocks: string }>(
    `SELECT pg_stat_get_db_deadlocks(oid)::text AS deadlocks FROM pg_database
     WHERE datname = current_database()`,
  );
  return rows[0]?.deadlocks;
}

describe("a group that is deleted", () => {
  test.each(ROUNDS)("while somebody is added leaves nobody in it (%i)", async () => {
    const groupId = await aGroup();
    const { username } = await aUser();
    const [joined, removed] = await Promise.all([move(JOIN, groupId, [username]), remove(groupId)]);
    expect([200, 404]).toContain(joined.status);
    expect(removed.status).toBe(200);
    expect(await groupsOf(username)).toEqual([]);
    const entry = (await auditEntriesAbout(groupId)).find(({ verb }) => verb === "group.delete");
    expect(entry?.before).toMatchObject({ memberships: joined.status === 200 ? 1 : 0 });
  });

  test.each(ROUNDS)("while somebody leaves, or is deleted, goes all the same (%i)", async () => {
    const groupId = await aGroup();
    const { username } = await aUser({ groups: [groupId] });
    const [left, removed] = await Promise.all([move(LEAVE, groupId, [username]), remove(groupId)]);
    expect([200, 404]).toContain(left.status);
    expect(removed.status).toBe(200);
    expect(await groupsOf(username)).toEqual([]);
  });

  test("while everybody changes everything about it goes without a long wait for anybody", async () => {
    const groupId = await aGroup();
    const users = await Promise.all(Array.from({ length: 8 }, () => aUser({ groups: [groupId] })));
    const names = users.map(({ username }) => username);
    const [first = ""] = names;
    const before = await deadlocks();
    await Promise.all([
      callAs(masterKey, PUT, { body: { id: groupId, members: names.slice(3) } }),
      ...names
        .slice(0, 4)
        .map((username) =>
          callAs(masterKey, updateUser, { params: { username }, body: { user_group_ids: {} } }),
        ),
      move(LEAVE, groupId, [first, ...names.slice(6)]),
      remove(groupId),
    ]);
    expect((await read(groupId)).status).toBe(404);
    expect(await deadlocks()).toBe(before);
  });

  test("takes no more statements with many members than with one", async () => {
    const statements = async (members: number) => {
      const groupId = await aGroup();
      await database().pool.query(
        `WITH made AS (
           INSERT INTO "User" ("id", "username", "platformRoleId", "authType", "createdBy")
           SELECT gen_random_uuid(), $1 || '-' || i, 'service-user', 'oauth', 'test'
           FROM generate_series(1, $2::int) AS i RETURNING "id")
         INSERT INTO "GroupMember" ("groupId", "userId") SELECT $1, "id" FROM made`,
        [groupId, members],
      );
      const sent = await statementsOf(async () => {
        expect((await remove(groupId)).status).toBe(200);
      });
      const entry = (await auditEntriesAbout(groupId)).at(-1);
      expect(entry?.before).toMatchObject({ memberships: members });
      return sent.length;
    };
    expect(await statements(1_500)).toBe(await statements(1));
  });
});

describe("a role that is deleted", () => {
  test.each(ROUNDS)("while groups come to grant it is granted by none (%i)", async () => {
    const roleId = await aRole();
    const network_roles = { all_networks: [roleId] };
    const name = uniqueName("group");
    const groupId = await aGroup();
    const [made, changed, removed] = await Promise.all([
      callAs(masterKey, POST, { body: { name, network_roles } }),
      callAs(masterKey, PUT, { body: { id: groupId, network_roles } }),
      callAs(masterKey, deleteRole, { query: { role_id: roleId } }),
    ]);
    for (const { status } of [made, changed]) expect([200, 400]).toContain(status);
    expect(removed.status).toBe(200);
    expect((await read(groupId)).payload.network_roles).toEqual({});
    if (changed.status === 200) {
      expect((await read(groupId)).headers.get("etag")).not.toBe(changed.headers.get("etag"));
    }
  });
});

describe("two people who edit one group", () => {
  test("do not undo each other: the second is told what it is now", async () => {
    const groupId = await aGroup();
    const etag = (await read(groupId)).headers.get("etag") ?? "";
    const edit = (meta_data: string) =>
      callAs(masterKey, PUT, {
        headers: { "If-Match": etag },
        body: { id: groupId, meta_data },
      });
    const answers = await Promise.all([edit("one"), edit("two")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [first, second] = answers[0].status === 200 ? answers : answers.toReversed();
    expect(second?.problem.Response).toEqual(first?.payload);
    expect((await read(groupId)).payload.meta_data).toBe(first?.payload.meta_data);
  });

  test("both put somebody in, and the members are counted right", async () => {
    const groupId = await aGroup();
    const users = await Promise.all(ROUNDS.map(() => aUser()));
    const answers = await Promise.all(
      users.map(({ username }) => move(JOIN, groupId, [username, users[0]?.username ?? ""])),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await memberCounts(groupId)).toEqual({ counted: 5, found: 5 });
  });
});

describe("the admin group", () => {
  test.each(ROUNDS)("has whoever becomes an admin while they are taken out (%i)", async () => {
    const { username } = await aUser({ groups: [ADMIN_GROUP] });
    await Promise.all([
      callAs(masterKey, updateUser, {
        params: { username },
        body: { platform_role_id: "admin" },
      }),
      move(LEAVE, ADMIN_GROUP, [username]),
    ]);
    expect(await groupsOf(username)).toEqual([ADMIN_GROUP]);
    const { counted, found } = await memberCounts(ADMIN_GROUP);
    expect(counted).toBe(found);
  });

  test.each(ROUNDS)("keeps a demoted admin only where they were added after it (%i)", async () => {
    const { username, id } = await aUser({ role: "admin" });
    const body = { platform_role_id: "auditor" };
    const [demoted, added] = await Promise.all([
      callAs(masterKey, updateUser, { params: { username }, body }),
      move(JOIN, ADMIN_GROUP, [username]),
    ]);
    expect([demoted.status, added.status]).toEqual([200, 200]);
    const entries = await auditEntriesOf(id);
    const isBack = entries.some(({ after }) => JSON.stringify(after).includes(ADMIN_GROUP));
    expect((await storedUser(username)).platformRoleId).toBe("auditor");
    expect(await groupsOf(username)).toEqual(isBack ? [ADMIN_GROUP] : []);
    const { counted, found } = await memberCounts(ADMIN_GROUP);
    expect(counted).toBe(found);
  });
});

// Networks that go while others refer to them, or whose going is cut off.
import { describe, expect, test } from "vitest";
import { DELETE, GET } from "@/app/api/networks/[netid]/route";
import { POST as createGroup } from "@/app/api/v1/users/group/route";
import { POST as createRole } from "@/app/api/v1/users/role/route";
import { PUT as addNetworkUser } from "@/app/api/v1/users/add_network_user/route";
import { PUT as removeNetworkUser } from "@/app/api/v1/users/remove_network_user/route";
import { database } from "@/lib/db/client";
import { networkGroup } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import { aGroup, aNetwork, aRole, aUser, masterKey, uniqueName } from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { groupsOf, storedUser } from "@/lib/testing/stored";

const ROUNDS = Array.from({ length: 5 }, (_, index) => index);

function remove(netid: string) {
  return callAs(masterKey, DELETE, { params: { netid } });
}

async function rowsOfNetwork(netid: string): Promise<number> {
  const { prisma } = database();
  const [roles, groups, grants] = await Promise.all([
    prisma.role.count({ where: { networkId: netid } }),
    prisma.group.count({ where: { networkId: netid } }),
    prisma.groupNetworkRole.count({ where: { networkId: netid } }),
  ]);
  return roles + groups + grants;
}

describe("a network that is deleted", () => {
  test.each(ROUNDS)("while it is granted on and gets a role leaves nothing (%i)", async () => {
    const netid = await aNetwork();
    const roleId = await aRole();
    const [granted, made, removed] = await Promise.all([
      callAs(masterKey, createGroup, {
        body: { name: uniqueName("group"), network_roles: { [netid]: [roleId] } },
      }),
      callAs(masterKey, createRole, { body: { name: uniqueName("role"), network_id: netid } }),
      remove(netid),
    ]);
    for (const { status } of [granted, made]) expect([200, 400]).toContain(status);
    expect(removed.status).toBe(200);
    expect(await rowsOfNetwork(netid)).toBe(0);
  });

  test.each(ROUNDS)("while users come and go leaves nobody in its groups (%i)", async () => {
    const netid = await aNetwork();
    const groupId = networkGroup(netid, "user").id;
    const comes = await aUser({ role: "service-user" });
    const goes = await aUser({ role: "service-user", groups: [groupId] });
    const query = ({ username }: { username: string }) => ({
      query: { username, network_id: netid },
    });
    const answers = await Promise.all([
      callAs(masterKey, addNetworkUser, query(comes)),
      callAs(masterKey, removeNetworkUser, query(goes)),
      remove(netid),
    ]);
    for (const { status } of answers) expect([200, 404]).toContain(status);
    expect(answers[2].status).toBe(200);
    expect(await groupsOf(comes.username)).toEqual([]);
    expect(await groupsOf(goes.username)).toEqual([]);
  });

  test("is a new version of whoever joined one of its groups at the last moment", async () => {
    const netid = await aNetwork();
    const user = await aUser();
    const { version } = await storedUser(user.username);
    const joining = await holding(
      `INSERT INTO "GroupMember" ("groupId", "userId") VALUES ($1, $2)`,
      [networkGroup(netid, "user").id, user.id],
    );
    const called = remove(netid);
    await untilBlocked();
    await joining.commit();
    expect((await called).status).toBe(200);
    expect(await groupsOf(user.username)).toEqual([]);
    expect((await storedUser(user.username)).version).not.toBe(version);
  });

  test("is as before where the database ends the connection in the middle", async () => {
    const netid = await aNetwork();
    await aUser({ groups: [networkGroup(netid, "user").id] });
    const granting = await aGroup({
      grants: [{ networkId: netid, roleId: await aRole({ networkId: netid }) }],
    });
    const before = await fingerprint();
    // The members are out of its groups by then.
    const lock = await holding(`SELECT 1 FROM "Group" WHERE "id" = $1 FOR UPDATE`, [granting]);
    const called = remove(netid);
    await untilBlocked();
    await database().pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect((await called).status).toBe(503);
    await lock.rollback();
    expect(await fingerprint()).toBe(before);
    expect((await callAs(masterKey, GET, { params: { netid } })).status).toBe(200);
    expect((await remove(netid)).status).toBe(200);
  });

  test("takes no more statements with many members and grants than with few", async () => {
    const statements = async (count: number) => {
      const netid = await aNetwork();
      const roleId = await aRole({ networkId: netid });
      for (let index = 0; index < count; index += 1) {
        await aGroup({ grants: [{ networkId: netid, roleId }] });
        await aUser({ groups: [networkGroup(netid, "user").id] });
      }
      const sent = await statementsOf(async () => {
        expect((await remove(netid)).status).toBe(200);
      });
      return sent.length;
    };
    expect(await statements(20)).toBe(await statements(1));
  });
});

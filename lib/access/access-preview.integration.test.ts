import { describe, expect, test } from "vitest";
import { DELETE as deleteNetwork } from "@/app/api/networks/[netid]/route";
import { PUT as updateUser } from "@/app/api/users/[username]/route";
import { POST } from "@/app/api/v1/users/access/preview/route";
import {
  DELETE as deleteGroup,
  POST as createGroup,
  PUT as updateGroup,
} from "@/app/api/v1/users/group/route";
import {
  DELETE as deleteRole,
  POST as createRole,
  PUT as updateRole,
} from "@/app/api/v1/users/role/route";
import type { RouteHandler } from "@/lib/api/handle";
import { ADMIN_GROUP, networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  aNetwork,
  aRole,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { holding } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { ZERO_TIME } from "@/lib/wire";

function preview(body: object, query: CallInput["query"] = {}, caller: Caller = masterKey) {
  return callAs(caller, POST, { body, query });
}

/** The networks that each person gains and loses, as `{ada: "+lab -office"}`. */
async function differences(body: object): Promise<Record<string, string>> {
  const { payload } = await preview(body, { per_page: 500 });
  const { data, gain, lose, total, client_configs } = payload;
  expect({ total, client_configs }).toEqual({ total: data.length, client_configs: 0 });
  const gaining = data.filter(({ gains }) => gains.networks.length > 0);
  const losing = data.filter(({ loses }) => loses.networks.length > 0);
  expect({ gain, lose }).toEqual({ gain: gaining.length, lose: losing.length });
  return Object.fromEntries(
    data.map(({ username, gains, loses }) => [
      username,
      [...gains.networks.map((id) => `+${id}`), ...loses.networks.map((id) => `-${id}`)].join(" "),
    ]),
  );
}

/** A network with a role, a group that grants it, and who is in it. */
async function aTeam() {
  const netid = await aNetwork();
  const roleId = await aRole({ networkId: netid });
  const groupId = await aGroup({ grants: [{ networkId: netid, roleId }] });
  const { id, username } = await aUser({ groups: [groupId] });
  return { netid, roleId, groupId, id, username };
}

describe("POST /api/v1/users/access/preview", () => {
  test("says of a role that goes who reaches its network by nothing else", async () => {
    const { netid, roleId, username } = await aTeam();
    const [own, everywhere] = [await aRole({ networkId: netid }), await aRole()];
    const grants = [{ networkId: netid, roleId }];
    const both = await aGroup({ grants: [...grants, { networkId: netid, roleId: own }] });
    const only = await aGroup({ grants });
    const all = await aGroup({ grants: [{ networkId: null, roleId: everywhere }] });
    const disabled = await aUser({ groups: [only], isDisabled: true });
    await aUser({ groups: [both] });
    await aUser({ groups: [only, all] });
    await aUser({ groups: [only, networkGroup(netid, "user").id] });
    expect(await differences({ delete: { role_id: roleId } })).toEqual({
      [username]: `-${netid}`,
      [disabled.username]: `-${netid}`,
    });
    expect(await differences({ delete: { role_id: own } })).toEqual({});
  });

  test("says of a role on all networks that goes which of them each person keeps", async () => {
    const team = await aTeam();
    const roleId = await aRole();
    const groupId = await aGroup({ grants: [{ networkId: null, roleId }] });
    const { username } = await aUser({ groups: [groupId, team.groupId] });
    const lost = await differences({ delete: { role_id: roleId } });
    expect(Object.keys(lost)).toEqual([username]);
    expect(lost[username]).not.toContain(team.netid);
    expect(lost[username]).toMatch(/^(-net-\S+ ?)+$/);
  });

  test("knows that a role that comes or changes gives nobody a network", async () => {
    const { roleId } = await aTeam();
    expect(await differences({ role: { id: roleId, full_access: true } })).toEqual({});
    const role = { name: uniqueName("role"), network_id: "all_networks" };
    expect(await differences({ role })).toEqual({});
  });

  test("says of a group that comes, changes or goes who gains and who loses", async () => {
    const [team, other] = [await aTeam(), await aTeam()];
    const [comes, has] = [await aUser(), await aUser({ groups: [team.groupId] })];
    const network_roles = { [team.netid]: { [team.roleId]: {} } };
    const members = [comes.username.toUpperCase(), has.username];
    const gained = { [comes.username]: `+${team.netid}` };
    expect(
      await differences({ group: { user_group: { name: uniqueName(), network_roles }, members } }),
    ).toEqual(gained);
    const bare = { name: uniqueName(), network_roles, members };
    expect(await differences({ group: bare })).toEqual(gained);
    const id = team.groupId;
    expect(await differences({ group: { id, members } })).toEqual({
      ...gained,
      [team.username]: `-${team.netid}`,
    });
    const instead = { [other.netid]: { [other.roleId]: {} } };
    const moved = `+${other.netid} -${team.netid}`;
    expect(await differences({ group: { id, network_roles: instead } })).toEqual({
      [team.username]: moved,
      [has.username]: moved,
    });
    expect(await differences({ group: { user_group: { id }, members: [] } })).toEqual({
      [team.username]: `-${team.netid}`,
      [has.username]: `-${team.netid}`,
    });
    expect(
      await differences({ group: { id, members: [comes.username], network_roles: instead } }),
    ).toEqual({
      [comes.username]: `+${other.netid}`,
      [team.username]: `-${team.netid}`,
      [has.username]: `-${team.netid}`,
    });
    expect(await differences({ group: { id, meta_data: "x" } })).toEqual({});
    expect(await differences({ delete: { group_id: id } })).toEqual({
      [team.username]: `-${team.netid}`,
      [has.username]: `-${team.netid}`,
    });
  });

  test("says of a user what other groups, or another role, would give and take", async () => {
    const [team, other] = [await aTeam(), await aTeam()];
    const { username } = team;
    const user = { username: username.toUpperCase(), user_group_ids: [other.groupId] };
    expect(await differences({ user })).toEqual({ [username]: `+${other.netid} -${team.netid}` });
    expect(await differences({ user: { username, display_name: "x" } })).toEqual({});
    const promoted = await differences({ user: { username, platform_role_id: "admin" } });
    expect(promoted[username]).toContain(`+${other.netid}`);
    expect(promoted[username]).not.toContain(team.netid);
    const admin = await aUser({ role: "admin" });
    const demoted = { username: admin.username, platform_role_id: "auditor" };
    expect((await differences({ user: demoted }))[admin.username]).toContain(`-${team.netid}`);
  });

  test("says of a network that goes that all who reach it lose it, admins too", async () => {
    const { netid, username } = await aTeam();
    const admin = await aUser({ role: "admin" });
    const everywhere = await aUser({ groups: [USER_GROUP] });
    await aUser();
    const lost = await differences({ delete: { network_id: netid } });
    expect(lost).toMatchObject({
      [username]: `-${netid}`,
      [admin.username]: `-${netid}`,
      [everywhere.username]: `-${netid}`,
    });
    expect(new Set(Object.values(lost))).toEqual(new Set([`-${netid}`]));
  });

  test("pages by username, and its total follows side and search, unlike its counts", async () => {
    const [team, other] = [await aTeam(), await aTeam()];
    const word = uniqueName("É%");
    const people = [];
    for (const name of ["c", "a", "b"]) {
      const username = uniqueName(name);
      people.push(await aUser({ username, displayName: word, groups: [team.groupId] }));
    }
    const comes = await aUser({ groups: [] });
    const names = [...people.map(({ username }) => username), comes.username].sort();
    const body = {
      group: {
        id: team.groupId,
        network_roles: { [other.netid]: { [other.roleId]: {} } },
        members: [comes.username],
      },
    };
    const counts = { gain: 1, lose: 4 };
    const usernames = async (query: Record<string, string>) => {
      const { payload } = await preview(body, query);
      expect(payload).toMatchObject(counts);
      return [payload.total, ...payload.data.map(({ username }) => username)];
    };
    expect((await usernames({}))[0]).toBe(5);
    expect(await usernames({ side: "gain" })).toEqual([1, comes.username]);
    expect((await usernames({ side: "lose" }))[0]).toBe(4);
    const losing = names.filter((name) => name !== comes.username);
    const q = word.normalize("NFD").toLowerCase();
    expect(await usernames({ q })).toEqual([3, ...losing]);
    expect(await usernames({ q, side: "gain" })).toEqual([0]);
    expect(await usernames({ q, per_page: "2", page: "2" })).toEqual([3, losing[2]]);
    expect(await usernames({ q, per_page: "2", page: "3" })).toEqual([3]);
    expect(await usernames({ q: comes.username.toUpperCase() })).toEqual([1, comes.username]);
    const { payload } = await preview(body, { q, per_page: 2 });
    expect(payload).toMatchObject({ page: 1, per_page: 2, total_pages: 2 });
    expect(payload.data[0]?.display_name).toBe(word);
  });

  test("takes null, and the zero values of a Go struct, for what was not sent", async () => {
    const { groupId, username } = await aTeam();
    const struct = { id: groupId, name: "", external_identity_provider_id: "" };
    for (const group of [
      { id: groupId, name: null, network_roles: null, members: null },
      { ...struct, created_at: ZERO_TIME },
      { user_group: { ...struct, created_at: ZERO_TIME } },
    ]) {
      expect(await differences({ group, role: null })).toEqual({});
    }
    const user = { username, platform_role_id: "", user_group_ids: null, is_mfa_enabled: null };
    expect(await differences({ user })).toEqual({});
    const fresh = { id: "", name: uniqueName(), created_at: ZERO_TIME };
    expect(await differences({ group: fresh })).toEqual({});
  });

  test("changes nothing, waits for nobody, and asks no more for many than for few", async () => {
    const { netid, roleId, groupId } = await aTeam();
    const body = { delete: { role_id: roleId } };
    const few = await statementsOf(() => preview(body));
    for (let index = 0; index < 30; index += 1) await aUser({ groups: [groupId] });
    const before = await fingerprint();
    const lock = await holding(
      `SELECT 1 FROM "Role" r, "Group" g, "User" u, "Network" n
       WHERE r."id" = $1 AND g."id" = $2 AND n."id" = $3 FOR UPDATE`,
      [roleId, groupId, netid],
    );
    const called = await preview(body, { per_page: 500 });
    const whole = { id: groupId, members: [], network_roles: {} };
    const emptied = await preview({ group: whole });
    await lock.rollback();
    expect(called.payload.lose).toBe(31);
    expect(emptied.payload.lose).toBe(31);
    const many = await statementsOf(() => preview(body, { per_page: 500 }));
    expect(many).toHaveLength(few.length);
    expect(await fingerprint()).toBe(before);
  });
});

describe("a preview is refused as the call would be", () => {
  /** What stands in a refusal, without the key of the body under which the call's own stands. */
  const told = (called: Awaited<ReturnType<typeof callAs>>, key?: string) => ({
    status: called.status,
    code: called.headers.get("x-error-code"),
    errors: called.problem.Errors?.map(({ path, message }) => [
      key === undefined ? path : path.replace(`${key}.`, ""),
      message,
    ]),
    // That of bad input begins with the path.
    message: called.problem.Message.replace(key === undefined ? "" : `${key}.`, ""),
  });

  async function expectAlike(
    caller: Caller,
    route: RouteHandler,
    input: CallInput,
    body: Record<string, unknown>,
  ): Promise<number> {
    const before = await fingerprint();
    const real = await callAs(caller, route, input);
    const asked = await preview(body, {}, caller);
    expect(told(asked, Object.keys(body)[0])).toEqual(told(real));
    expect(await fingerprint()).toBe(before);
    return real.status;
  }

  test("for a role", async () => {
    const [team, other] = [await aTeam(), await aTeam()];
    const access = { remote_access_gw: { nowhere: { vpn_access: true } }, host: null };
    for (const [role, status] of [
      [{}, 400],
      [{ name: "" }, 400],
      [{ name: other.roleId, network_id: "all_networks" }, 409],
      [{ name: uniqueName(), network_id: "nowhere", network_level_access: access }, 400],
      [{ name: 5, network_id: [], full_access: "yes", network_level_access: { x: {} } }, 400],
    ] as const) {
      expect(await expectAlike(masterKey, createRole, { body: role }, { role })).toBe(status);
    }
    for (const [role, status] of [
      [{ id: "" }, 400],
      [{ id: "nothing" }, 404],
      [{ id: "auditor", name: "x" }, 403],
      [{ id: "global-network-user", name: "x" }, 403],
      [{ id: team.roleId, network_id: other.netid }, 409],
      [{ id: team.roleId, name: other.roleId.toUpperCase() }, 409],
      [{ id: team.roleId, network_level_access: access }, 400],
    ] as const) {
      expect(await expectAlike(masterKey, updateRole, { body: role }, { role })).toBe(status);
    }
  });

  test("for a group", async () => {
    const [team, other] = [await aTeam(), await aTeam()];
    const admin = await anActor("admin");
    const superAdmin = await aUser({ role: "super-admin" });
    const external = await aGroup({ externalId: "x" });
    const network_roles = {
      [team.netid]: [other.roleId, "auditor"],
      all_networks: ["nothing"],
      nowhere: [],
      lab: ["nothing"],
    };
    const name = uniqueName();
    for (const [group, status] of [
      [{}, 400],
      [{ user_group: {} }, 400],
      [{ user_group: { name, color_code: "red" }, members: 5 }, 400],
      [{ user_group: { name, network_roles }, members: ["nobody-here"] }, 400],
      [{ name, network_roles, members: ["nobody-here"] }, 400],
      [{ name: other.groupId }, 409],
      [{ name, external_identity_provider_id: "x", members: [team.username] }, 409],
      [{ name, members: [admin.username] }, 403],
      [{ name, members: [superAdmin.username] }, 403],
    ] as const) {
      expect(await expectAlike(admin, createGroup, { body: group }, { group })).toBe(status);
    }
    await aUser({ groups: [external] });
    const mixed = await aGroup();
    await aUser({ groups: [mixed] });
    await aUser({ role: "admin", groups: [mixed] });
    for (const [group, status] of [
      [{ id: "" }, 400],
      [{ id: "nothing" }, 404],
      [{ user_group: { id: "nothing" } }, 404],
      [{ id: USER_GROUP, members: [] }, 403],
      [{ id: ADMIN_GROUP, name: "x" }, 403],
      [{ id: team.groupId, name: other.groupId.toUpperCase() }, 409],
      [{ id: team.groupId, network_roles, members: ["nobody-here"] }, 400],
      [{ id: external, members: [] }, 409],
      [{ id: external, members: [team.username] }, 409],
      [{ id: team.groupId, external_identity_provider_id: "x", members: [] }, 409],
      [{ id: mixed, members: [] }, 403],
    ] as const) {
      expect(await expectAlike(admin, updateGroup, { body: group }, { group })).toBe(status);
    }
  });

  test("for a user", async () => {
    const admin = await anActor("admin");
    const superAdmin = await aUser({ role: "super-admin" });
    const sso = await aUser({ authType: "oauth" });
    const external = await aGroup({ externalId: "x" });
    for (const [{ username }, body, status] of [
      [sso, { platform_role_id: "nothing", user_group_ids: 5 }, 400],
      [sso, { password: "x" }, 400],
      [{ username: "nobody-here" }, { display_name: "x" }, 404],
      [superAdmin, { display_name: "x" }, 403],
      [await aUser({ role: "admin" }), { user_group_ids: [] }, 403],
      [sso, { platform_role_id: "admin" }, 403],
      [sso, { platform_role_id: "super-admin" }, 403],
      [admin, { platform_role_id: "auditor" }, 403],
      [admin, { user_group_ids: { [USER_GROUP]: {} } }, 403],
      [admin, { password: "a new password" }, 403],
      [sso, { password: "a new password" }, 409],
      [sso, { user_group_ids: [external] }, 409],
      [sso, { user_group_ids: ["nothing", USER_GROUP, "nowhere"] }, 400],
    ] as const) {
      const input = { params: { username }, body };
      const user = { ...body, username };
      expect(await expectAlike(admin, updateUser, input, { user })).toBe(status);
    }
  });

  test("for what is deleted", async () => {
    for (const [route, input, body, status] of [
      [deleteRole, { query: { role_id: "nothing" } }, { role_id: "nothing" }, 404],
      [deleteRole, { query: { role_id: "auditor" } }, { role_id: "auditor" }, 403],
      [deleteGroup, { query: { group_id: "nothing" } }, { group_id: "nothing" }, 404],
      [deleteGroup, { query: { group_id: USER_GROUP } }, { group_id: USER_GROUP }, 403],
      [deleteNetwork, { params: { netid: "nowhere" } }, { network_id: "nowhere" }, 404],
    ] as const) {
      expect(await expectAlike(masterKey, route, input, { delete: body })).toBe(status);
    }
    expect((await preview({ delete: { gateway_id: "nothing" } })).status).toBe(404);
  });

  test("where it is none of the calls, or more than one", async () => {
    const role = { name: "x", network_id: "all_networks" };
    for (const [body, paths] of [
      [{ role, delete: { role_id: "x" } }, ["role", "delete"]],
      [{ delete: {} }, ["role_id", "group_id", "network_id", "gateway_id"]],
      [{ delete: { role_id: "x", group_id: "y" } }, ["role_id", "group_id"]],
      [{ user: {} }, ["user.username"]],
    ] as const) {
      const called = await preview(body);
      const expected =
        "delete" in body && !("role" in body) ? paths.map((p) => `delete.${p}`) : paths;
      expect({ status: called.status, paths: called.badPaths }).toEqual({
        status: 400,
        paths: expected,
      });
    }
    expect((await preview({ role }, { side: "both" })).badPaths).toEqual(["side"]);
  });
});

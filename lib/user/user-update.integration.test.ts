import { describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { GET, PUT } from "@/app/api/users/[username]/route";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import type { PlatformRole } from "@/lib/permissions";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anAccessToken,
  anActor,
  anonymous,
  aSession,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import {
  auditEntriesOf,
  groupsOf,
  groupVersions,
  sessionCountOf,
  storedUser,
  tokenCountOf,
} from "@/lib/testing/stored";

function update(caller: Caller, username: string, body: Record<string, unknown>) {
  return callAs(caller, PUT, { params: { username }, body });
}

/** @returns the answer, once nothing is found to have changed */
async function unchanged(caller: Caller, username: string, body: Record<string, unknown>) {
  const before = await fingerprint();
  const called = await update(caller, username, body);
  expect(await fingerprint(), "nothing changes").toBe(before);
  return called;
}

describe("PUT /api/users/{username}", () => {
  test("applies the keys that are sent and answers with the user as stored", async () => {
    const admin = await anActor("admin");
    const [old, group] = [await aGroup(), await aGroup()];
    const { username } = await aUser({ displayName: "Before", groups: [old] });
    const { payload } = await update(admin, username, {
      username: username.toUpperCase(),
      display_name: "After",
      platform_role_id: "auditor",
      user_group_ids: [group],
      account_disabled: true,
    });
    expect(payload).toMatchObject({
      display_name: "After",
      platform_role_id: "auditor",
      user_group_ids: { [group]: {} },
      account_disabled: true,
    });
    expect((await callAs(admin, GET, { params: { username } })).payload).toEqual(payload);
  });

  test("raises the version of the groups that are joined and left, and of no other", async () => {
    const [left, joined, kept] = [await aGroup(), await aGroup(), await aGroup()];
    const { username } = await aUser({ groups: [left, kept] });
    const before = await groupVersions([left, joined, kept]);
    await update(masterKey, username, { user_group_ids: [joined, kept] });
    const after = await groupVersions([left, joined, kept]);
    expect(after.map((version, index) => version - (before[index] ?? 0n))).toEqual([1n, 1n, 0n]);
  });

  test("leaves the keys that are not sent", async () => {
    const group = await aGroup();
    const { username } = await aUser({
      role: "auditor",
      displayName: "Ada",
      groups: [group],
      isDisabled: true,
    });
    const before = (await callAs(masterKey, GET, { params: { username } })).payload;
    const { payload } = await update(masterKey, username, { display_name: "Ada L." });
    expect(payload).toEqual({
      ...before,
      display_name: "Ada L.",
      updated_at: payload.updated_at,
    });
    expect(Date.parse(payload.updated_at)).toBeGreaterThan(Date.parse(before.updated_at));
  });

  test("applies false and empty values", async () => {
    const { username } = await aUser({
      displayName: "Ada",
      groups: [await aGroup()],
      isDisabled: true,
    });
    const { payload } = await update(masterKey, username, {
      display_name: "",
      account_disabled: false,
      user_group_ids: {},
    });
    expect(payload).toMatchObject({
      display_name: "",
      account_disabled: false,
      user_group_ids: {},
    });
  });

  test("leaves one entry in the audit log with the changed keys before and after", async () => {
    const admin = await anActor("admin");
    const user = await aUser({ displayName: "Before" });
    await update(admin, user.username, { display_name: "After", account_disabled: false });
    const entries = await auditEntriesOf(user.id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      verb: "user.update",
      actor: admin.username,
      before: { display_name: "Before" },
      after: { display_name: "After" },
    });
    expect(entries[0]?.after).toEqual({ display_name: "After" });
  });

  test("that repeats what is so changes nothing and leaves no entry", async () => {
    const group = await aGroup();
    const { username } = await aUser({ role: "auditor", displayName: "Ada", groups: [group] });
    const called = await unchanged(masterKey, username, {
      username,
      display_name: "Ada",
      platform_role_id: "auditor",
      user_group_ids: [group],
      account_disabled: false,
      is_mfa_enabled: false,
      password: "",
    });
    expect(called.status).toBe(200);
  });

  test("with another name in the body than in the path is refused", async () => {
    const { username } = await aUser();
    const called = await unchanged(masterKey, username, { username: uniqueName() });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["username"]);
  });

  test.each(["boss", "global-network-user", "Admin"])(
    "with the role %s is refused",
    async (role) => {
      const { username } = await aUser();
      const called = await unchanged(masterKey, username, { platform_role_id: role });
      expect(called.status).toBe(400);
      expect(called.badPaths).toEqual(["platform_role_id"]);
    },
  );

  test("names every group that does not exist", async () => {
    const { username } = await aUser();
    const called = await unchanged(masterKey, username, {
      user_group_ids: ["no-such", "nor-this"],
    });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["user_group_ids.no-such", "user_group_ids.nor-this"]);
  });

  test("ignores the switch for MFA of others", async () => {
    const { username } = await aUser({ isMfaEnabled: true });
    const called = await unchanged(masterKey, username, { is_mfa_enabled: false });
    expect(called.payload.is_mfa_enabled).toBe(true);
  });
});

describe("the role of a user", () => {
  const changes: [PlatformRole | "master-key", PlatformRole, PlatformRole, number][] = [
    ["super-admin", "platform-user", "super-admin", 403],
    ["super-admin", "platform-user", "admin", 200],
    ["super-admin", "admin", "auditor", 200],
    ["admin", "platform-user", "super-admin", 403],
    ["admin", "platform-user", "admin", 403],
    ["admin", "platform-user", "auditor", 200],
    ["admin", "auditor", "service-user", 200],
    ["admin", "admin", "auditor", 403],
    ["admin", "admin", "admin", 403],
    ["master-key", "platform-user", "super-admin", 403],
    ["master-key", "platform-user", "admin", 200],
    ["master-key", "admin", "service-user", 200],
  ];
  test.each(changes)("changed by %s from %s to %s answers %i", async (who, from, to, status) => {
    const caller = who === "master-key" ? masterKey : await anActor(who);
    const { username } = await aUser({ role: from });
    const before = await fingerprint();
    expect((await update(caller, username, { platform_role_id: to })).status).toBe(status);
    if (status === 403) expect(await fingerprint()).toBe(before);
  });

  test("is not taken from the super admin, by the master key either", async () => {
    const { username } = await aUser({ role: "super-admin" });
    const called = await unchanged(masterKey, username, { platform_role_id: "admin" });
    expect(called.status).toBe(403);
  });

  test("once changed revokes the API tokens and keeps the sessions", async () => {
    const user = await anActor("auditor");
    const other = await aUser();
    const [token, others] = [await anAccessToken(user), await anAccessToken(other)];
    await update(masterKey, user.username, { platform_role_id: "platform-user" });
    const own = { params: { username: user.username } };
    expect((await callAs(token, GET, own)).status).toBe(401);
    expect((await callAs(user, GET, own)).status).toBe(200);
    expect((await callAs(others, GET, { params: { username: other.username } })).status).toBe(200);
  });

  test("repeated keeps the API tokens", async () => {
    const user = await aUser({ role: "auditor" });
    await anAccessToken(user);
    await update(masterKey, user.username, { platform_role_id: "auditor", display_name: "A" });
    expect(await tokenCountOf(user.id)).toBe(1);
  });
});

describe("the admin group", () => {
  test("takes in who becomes an admin, whatever groups are listed", async () => {
    const group = await aGroup();
    const { username } = await aUser();
    await update(masterKey, username, { platform_role_id: "admin", user_group_ids: [group] });
    expect(await groupsOf(username)).toEqual([ADMIN_GROUP, group].sort());
  });

  test("keeps an admin whose groups are set without it", async () => {
    const { username } = await aUser({ role: "admin" });
    await update(masterKey, username, { user_group_ids: {} });
    expect(await groupsOf(username)).toEqual([ADMIN_GROUP]);
  });

  test("lets go of whoever stops being an admin, even when the call lists it", async () => {
    const { username } = await aUser({ role: "admin" });
    await update(masterKey, username, {
      platform_role_id: "auditor",
      user_group_ids: [ADMIN_GROUP],
    });
    expect(await groupsOf(username)).toEqual([]);
  });

  test("can be given to a platform user, who then is a network admin", async () => {
    const { username } = await aUser();
    await update(masterKey, username, { user_group_ids: [ADMIN_GROUP] });
    expect(await groupsOf(username)).toEqual([ADMIN_GROUP]);
  });
});

describe("a group whose members an identity provider decides about", () => {
  test("takes nobody in", async () => {
    const group = await aGroup({ externalId: "okta" });
    const { username } = await aUser();
    expect((await unchanged(masterKey, username, { user_group_ids: [group] })).status).toBe(409);
  });

  test("lets nobody go", async () => {
    const { username } = await aUser({ groups: [await aGroup({ externalId: "okta" })] });
    expect((await unchanged(masterKey, username, { user_group_ids: [] })).status).toBe(409);
  });

  test("may be repeated while other groups change", async () => {
    const [external, group] = [await aGroup({ externalId: "okta" }), await aGroup()];
    const { username } = await aUser({ groups: [external] });
    const { payload } = await update(masterKey, username, { user_group_ids: [external, group] });
    expect(Object.keys(payload.user_group_ids).sort()).toEqual([external, group].sort());
  });
});

describe("a change of oneself", () => {
  const roles: PlatformRole[] = [
    "super-admin",
    "admin",
    "auditor",
    "platform-user",
    "service-user",
  ];
  test.each(roles)("of the display name is open to the role %s", async (role) => {
    const me = await anActor(role);
    const name = uniqueName("Me");
    expect((await update(me, me.username, { display_name: name })).payload.display_name).toBe(name);
  });

  test.each(roles)("may repeat role, groups and state: %s", async (role) => {
    const me = await anActor(role, { groups: [await aGroup()] });
    const called = await unchanged(me, me.username, {
      platform_role_id: role,
      user_group_ids: await groupsOf(me.username),
      account_disabled: false,
      is_mfa_enabled: false,
    });
    expect(called.status).toBe(200);
  });

  test.each([
    ["role", { platform_role_id: "platform-user" }],
    ["role, to super admin", { platform_role_id: "super-admin" }],
    ["state", { account_disabled: true }],
    ["groups", { user_group_ids: ["global-network-user-grp"] }],
  ])("of the %s is refused, along with everything else in the call", async (_, body) => {
    const me = await anActor("admin", { hasSudo: true });
    const called = await unchanged(me, me.username, { ...body, display_name: "Me" });
    expect(called.status).toBe(403);
  });

  test("that leaves a group is refused", async () => {
    const me = await anActor("auditor", { groups: [await aGroup()] });
    expect((await unchanged(me, me.username, { user_group_ids: [] })).status).toBe(403);
  });

  test("that switches MFA on is refused: it is enrolled", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    expect((await unchanged(me, me.username, { is_mfa_enabled: true })).status).toBe(409);
  });

  test("that repeats MFA as it is needs no identity check", async () => {
    const me = await anActor("auditor", { isMfaEnabled: true });
    expect((await unchanged(me, me.username, { is_mfa_enabled: true })).status).toBe(200);
  });

  test("that switches MFA off needs an identity check", async () => {
    const me = await anActor("auditor", { isMfaEnabled: true });
    const called = await unchanged(me, me.username, { is_mfa_enabled: false });
    expect(called.status).toBe(403);
    expect(called.problem.Message).toMatch(/^identity check required/);
  });
});

describe("a new password", () => {
  const NEW = "a brand new password";

  async function canSignIn(username: string, password: string) {
    const { status } = await callAs(anonymous, signIn, { body: { username, password } });
    return status === 200;
  }

  test("of oneself needs an identity check", async () => {
    const me = await anActor("auditor");
    const called = await unchanged(me, me.username, { password: NEW });
    expect(called.status).toBe(403);
    expect(called.problem.Message).toMatch(/^identity check required/);
  });

  test("of oneself is refused to an API token", async () => {
    const me = await aUser();
    const called = await unchanged(await anAccessToken(me), me.username, { password: NEW });
    expect(called.status).toBe(403);
  });

  test("of oneself replaces the old one and ends all other sessions", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    const [other, token] = [await aSession(me), await anAccessToken(me)];
    expect((await update(me, me.username, { password: NEW })).status).toBe(200);
    const own = { params: { username: me.username } };
    expect((await callAs(me, GET, own)).status).toBe(200);
    expect((await callAs(other, GET, own)).status).toBe(401);
    expect((await callAs(token, GET, own)).status).toBe(200);
    expect(await canSignIn(me.username, PASSWORD)).toBe(false);
    expect(await canSignIn(me.username, NEW)).toBe(true);
  });

  test("given by an administrator ends all sessions of the user", async () => {
    const user = await anActor("auditor");
    await anAccessToken(user);
    const admin = await anActor("admin");
    await update(admin, user.username, { password: NEW });
    expect(await sessionCountOf(user.id)).toBe(0);
    expect(await sessionCountOf(admin.id)).toBe(1);
    expect(await tokenCountOf(user.id)).toBe(1);
    expect(await canSignIn(user.username, NEW)).toBe(true);
  });

  test("stands in the audit log as a fact, not as a text", async () => {
    const user = await aUser();
    await update(masterKey, user.username, { password: NEW });
    const [entry] = await auditEntriesOf(user.id);
    expect(entry).toMatchObject({ before: {}, after: { password: "changed" } });
  });

  test("that is empty is not sent", async () => {
    const user = await aUser();
    const { passwordHash } = await storedUser(user.username);
    await update(masterKey, user.username, { password: "", display_name: "A" });
    expect((await storedUser(user.username)).passwordHash).toBe(passwordHash);
  });

  test.each([["the master key"], ["the user"]])(
    "of an account of single sign-on is refused: by %s",
    async (who) => {
      const user = await anActor("auditor", { authType: "oauth", hasSudo: true });
      const caller = who === "the user" ? user : masterKey;
      const called = await unchanged(caller, user.username, { password: NEW });
      expect(called.status).toBe(409);
      expect(called.badPaths).toEqual(["password"]);
    },
  );
});

describe("updates that meet", () => {
  test("with one If-Match let one through", async () => {
    const { username } = await aUser();
    const etag = (await callAs(masterKey, GET, { params: { username } })).headers.get("etag") ?? "";
    const called = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        callAs(masterKey, PUT, {
          params: { username },
          body: { display_name: `Name ${n}` },
          headers: { "If-Match": etag },
        }),
      ),
    );
    const statuses = called.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(7).fill(412)]);
  });

  test("without If-Match all go through, one after the other", async () => {
    const user = await aUser();
    const called = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        update(masterKey, user.username, { display_name: `Name ${n}` }),
      ),
    );
    expect(called.map(({ status }) => status)).toEqual(Array<number>(8).fill(200));
    expect(await auditEntriesOf(user.id)).toHaveLength(8);
  });
});

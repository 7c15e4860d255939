import { describe, expect, test } from "vitest";
import { z } from "zod";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { GET, POST } from "@/app/api/users/[username]/route";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import type { PlatformRole } from "@/lib/permissions";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesOf, groupsOf, groupVersions, storedUser } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

const valid = { password: PASSWORD, platform_role_id: "service-user" };

function create(caller: Caller, username: string, body: Record<string, unknown>) {
  return callAs(caller, POST, { params: { username }, body: { ...valid, ...body } });
}

async function refused(caller: Caller, username: string, body: Record<string, unknown>) {
  const before = await fingerprint();
  const called = await create(caller, username, body);
  expect(await fingerprint(), "a refusal changes nothing").toBe(before);
  return called;
}

describe("POST /api/users/{username}", () => {
  test("answers with the user as it is stored", async () => {
    const admin = await anActor("admin");
    const group = await aGroup();
    const username = uniqueName();
    const { payload } = await create(admin, username, {
      username,
      display_name: "Grace Hopper",
      platform_role_id: "platform-user",
      user_group_ids: { [group]: {} },
      account_disabled: true,
      external_identity_provider_id: "okta|1",
    });
    expect(payload).toEqual({
      username,
      external_identity_provider_id: "okta|1",
      is_mfa_enabled: false,
      display_name: "Grace Hopper",
      account_disabled: true,
      isadmin: false,
      issuperadmin: false,
      auth_type: "basic_auth",
      remote_gw_ids: {},
      user_group_ids: { [group]: {} },
      platform_role_id: "platform-user",
      network_roles: {},
      last_login_time: ZERO_TIME,
      num_access_tokens: 0,
      created_by: admin.username,
      created_at: payload.created_at,
      updated_at: payload.created_at,
    });
    const read = await callAs(admin, GET, { params: { username } });
    expect(read.payload).toEqual(payload);
  });

  test("raises the version of the groups that are joined, and of no other", async () => {
    const groups = [await aGroup(), await aGroup()];
    const before = await groupVersions(groups);
    await create(masterKey, uniqueName(), { user_group_ids: groups.slice(0, 1) });
    const after = await groupVersions(groups);
    expect(after.map((version, at) => version - (before[at] ?? 0n))).toEqual([1n, 0n]);
  });

  test("stores the name in lower case", async () => {
    const username = uniqueName("Ada");
    const { payload } = await create(masterKey, username.toUpperCase(), { username });
    expect(payload.username).toBe(username.toLowerCase());
  });

  test("names the master key as creator", async () => {
    const { payload } = await create(masterKey, uniqueName(), {});
    expect(payload.created_by).toBe("masteradministrator");
  });

  test("lets the new user sign in, and stores no password", async () => {
    const username = uniqueName();
    await create(masterKey, username, {});
    const { passwordHash } = await storedUser(username);
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const signedIn = await callAs(anonymous, signIn, { body: { username, password: PASSWORD } });
    expect(signedIn.status).toBe(200);
  });

  test("leaves an entry in the audit log with what was made", async () => {
    const admin = await anActor("admin");
    const username = uniqueName();
    await create(admin, username, { display_name: "Ada" });
    const [entry, ...more] = await auditEntriesOf((await storedUser(username)).id);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      verb: "user.create",
      actor: admin.username,
      actorId: admin.id,
      target: username,
      targetType: "user",
      before: null,
      after: {
        username,
        display_name: "Ada",
        platform_role_id: "service-user",
        user_group_ids: [],
        remote_gw_ids: [],
        account_disabled: false,
        is_mfa_enabled: false,
        auth_type: "basic_auth",
        external_identity_provider_id: "",
      },
    });
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(entry?.after))).toHaveLength(9);
  });

  const givers: [PlatformRole | "master-key", PlatformRole, number][] = [
    ["super-admin", "super-admin", 403],
    ["super-admin", "admin", 200],
    ["super-admin", "auditor", 200],
    ["admin", "super-admin", 403],
    ["admin", "admin", 403],
    ["admin", "auditor", 200],
    ["admin", "platform-user", 200],
    ["admin", "service-user", 200],
    ["master-key", "super-admin", 403],
    ["master-key", "admin", 200],
  ];
  test.each(givers)("by %s with role %s answers %i", async (giver, role, status) => {
    const caller = giver === "master-key" ? masterKey : await anActor(giver);
    const before = await fingerprint();
    const called = await create(caller, uniqueName(), { platform_role_id: role });
    expect(called.status).toBe(status);
    if (status !== 200) expect(await fingerprint()).toBe(before);
  });

  test.each([
    ["unknown", "boss"],
    ["a network role", "global-network-user"],
    ["in upper case", "Admin"],
  ])("with a role that is %s is refused", async (_, role) => {
    const called = await refused(masterKey, uniqueName(), { platform_role_id: role });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["platform_role_id"]);
  });

  test.each([
    ["missing", undefined],
    ["null", null],
    ["empty", ""],
  ])("with a role that is %s makes a service user", async (_, role) => {
    const { payload } = await create(masterKey, uniqueName(), { platform_role_id: role });
    expect(payload.platform_role_id).toBe("service-user");
  });

  test("with a name that is taken says which key of the body is about it", async () => {
    const { username } = await aUser();
    const called = await refused(masterKey, username, {});
    expect(called.status).toBe(409);
    expect(called.problem.Errors).toEqual([
      { path: "username", message: `The username "${username}" is taken.` },
    ]);
  });

  test("with another name in the body than in the path is refused", async () => {
    const called = await refused(masterKey, uniqueName(), { username: uniqueName() });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["username"]);
  });

  test("names every group that does not exist", async () => {
    const group = await aGroup();
    const called = await refused(masterKey, uniqueName(), {
      user_group_ids: { [group]: {}, "no-such": {}, "nor-this": {} },
    });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["user_group_ids.no-such", "user_group_ids.nor-this"]);
  });

  test("with a group whose members an identity provider decides about is refused", async () => {
    const group = await aGroup({ externalId: "okta-1" });
    const called = await refused(masterKey, uniqueName(), { user_group_ids: { [group]: {} } });
    expect(called.status).toBe(409);
  });

  test("with a name that is taken is refused, before its groups are looked for", async () => {
    const { username } = await aUser();
    const called = await refused(masterKey, username, { user_group_ids: { "no-such": {} } });
    expect(called.status).toBe(409);
  });

  test("puts administrators, and nobody else, into the admin group", async () => {
    const [admin, other] = [uniqueName(), uniqueName()];
    await create(masterKey, admin, { platform_role_id: "admin", user_group_ids: {} });
    await create(masterKey, other, {});
    expect(await groupsOf(admin)).toEqual([ADMIN_GROUP]);
    expect(await groupsOf(other)).toEqual([]);
  });

  test("ignores what only the server decides", async () => {
    const { payload } = await create(masterKey, uniqueName(), {
      is_mfa_enabled: true,
      auth_type: "oauth",
      isadmin: true,
      issuperadmin: true,
      last_login_time: "2020-01-01T00:00:00Z",
      totp_secret: "x",
      created_by: "me",
      num_access_tokens: 7,
    });
    expect(payload).toMatchObject({
      is_mfa_enabled: false,
      auth_type: "basic_auth",
      isadmin: false,
      issuperadmin: false,
      last_login_time: ZERO_TIME,
      created_by: "masteradministrator",
      num_access_tokens: 0,
    });
  });

  test.each([
    ["an object of objects", (id: string) => ({ [id]: {} })],
    ["an object of nulls", (id: string) => ({ [id]: null })],
    ["a list", (id: string) => [id]],
    ["a list with a repetition", (id: string) => [id, id]],
  ])("takes a set of groups as %s", async (_, setOf) => {
    const group = await aGroup();
    const { payload } = await create(masterKey, uniqueName(), { user_group_ids: setOf(group) });
    expect(payload.user_group_ids).toEqual({ [group]: {} });
  });

  test.each([
    ["true", { x: true }, "user_group_ids.x"],
    ["a text", { x: "" }, "user_group_ids.x"],
    ["a list", { x: [] }, "user_group_ids.x"],
    ["with an empty id", { "": {} }, "user_group_ids."],
    ["a number in a list", [5], "user_group_ids.0"],
    ["an object that cannot be text", [{ toString: 1, valueOf: 1 }], "user_group_ids.0"],
    ["too many", Array.from({ length: 10_001 }, String), "user_group_ids"],
    ["itself a text", "x", "user_group_ids"],
    ["itself a number", 5, "user_group_ids"],
  ])("refuses a set of groups whose member is %s", async (_, set, path) => {
    const called = await refused(masterKey, uniqueName(), { user_group_ids: set });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([path]);
  });

  test.each([
    ["display_name", 128],
    ["external_identity_provider_id", 255],
  ])("takes a %s of %i code points and no more", async (key, max) => {
    const fits = await create(masterKey, uniqueName(), { [key]: "😀".repeat(max) });
    expect(fits.status).toBe(200);
    const called = await refused(masterKey, uniqueName(), { [key]: "😀".repeat(max + 1) });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([key]);
  });

  test.each([
    ["  Ada\u00a0Osei ", "Ada\u00a0Osei"],
    ["Jose\u0301", "José"],
    ["   ", ""],
    ["\u200b", ""],
    ["\u3164\u2800", ""],
    [" \u00ad ", ""],
  ])("keeps the display name %j as %j", async (given, kept) => {
    const { payload } = await create(masterKey, uniqueName(), { display_name: given });
    expect(payload.display_name).toBe(kept);
  });

  test("of 10 parallel calls with one name lets exactly one through", async () => {
    const username = uniqueName();
    const called = await Promise.all(
      Array.from({ length: 10 }, () => create(masterKey, username, {})),
    );
    const statuses = called.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(await auditEntriesOf((await storedUser(username)).id)).toHaveLength(1);
  });
});

describe("a password", () => {
  async function setMinLength(passwordMinLength: number) {
    await database().prisma.serverSetting.update({ where: { id: 1 }, data: { passwordMinLength } });
  }

  test.each([
    ["four characters", "abcd", 400],
    ["five characters", "abcde", 200],
    ["five characters outside the BMP", "😀😀😀😀😀", 200],
    ["four characters outside the BMP, eight code units", "😀😀😀😀", 400],
    ["ten code points that compose to five", "e\u0301".repeat(5), 200],
    ["eight code points that compose to four", "e\u0301".repeat(4), 400],
    ["256 characters", "x".repeat(256), 200],
    ["257 characters", "x".repeat(257), 400],
    ["512 code points that compose to 256", "e\u0301".repeat(256), 200],
    ["spaces", "     ", 200],
    ["empty", "", 400],
    ["a number", 123456, 400],
  ])("of %s is judged by its characters", async (_, password, status) => {
    const called = await create(masterKey, uniqueName(), { password });
    expect(called.status).toBe(status);
    expect(called.badPaths).toEqual(status === 400 ? ["password"] : []);
  });

  test("is the same however its accents were typed", async () => {
    const username = uniqueName();
    await create(masterKey, username, { password: "cafe\u0301s" });
    const called = await callAs(anonymous, signIn, { body: { username, password: "caf\u00e9s" } });
    expect(called.status).toBe(200);
  });

  test("is as long as the server's setting asks for", async () => {
    await setMinLength(12);
    try {
      expect((await create(masterKey, uniqueName(), { password: "x".repeat(11) })).status).toBe(
        400,
      );
      expect((await create(masterKey, uniqueName(), { password: "x".repeat(12) })).status).toBe(
        200,
      );
    } finally {
      await setMinLength(5);
    }
  });
});

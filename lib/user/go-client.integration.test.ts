// What nmctl, Netmaker's command line client, sends: whole Go structs, zero values included.
import { describe, expect, test } from "vitest";
import { GET, POST, PUT } from "@/app/api/users/[username]/route";
import { callAs } from "@/lib/testing/call-as";
import { aGroup, anActor, aUser, masterKey, PASSWORD, uniqueName } from "@/lib/testing/factories";
import { auditEntriesOf, groupsOf } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

/** models.User as Go marshals it when only some fields were set. */
function goUser(fields: Record<string, unknown>) {
  return {
    username: "",
    external_identity_provider_id: "",
    is_mfa_enabled: false,
    totp_secret: "",
    display_name: "",
    account_disabled: false,
    password: "",
    isadmin: false,
    issuperadmin: false,
    auth_type: "",
    remote_gw_ids: null,
    user_group_ids: null,
    platform_role_id: "",
    network_roles: null,
    last_login_time: ZERO_TIME,
    created_by: "",
    created_at: ZERO_TIME,
    updated_at: ZERO_TIME,
    ...fields,
  };
}

describe("nmctl user create", () => {
  test("makes a user", async () => {
    const [username, group] = [uniqueName(), await aGroup()];
    const { payload } = await callAs(masterKey, POST, {
      params: { username },
      body: goUser({
        username,
        password: PASSWORD,
        platform_role_id: "service-user",
        user_group_ids: { [group]: {} },
      }),
    });
    expect(payload).toMatchObject({ username, user_group_ids: { [group]: {} } });
    expect(payload.created_at).not.toBe(ZERO_TIME);
  });

  test("without a role, as it sends without -r, makes a service user", async () => {
    const username = uniqueName();
    const called = await callAs(masterKey, POST, {
      params: { username },
      body: goUser({ username, password: PASSWORD }),
    });
    expect(called.payload.platform_role_id).toBe("service-user");
  });
});

describe("nmctl user update", () => {
  test("of a role leaves MFA, state, groups, password and name alone", async () => {
    const group = await aGroup();
    const user = await aUser({
      displayName: "Ada",
      groups: [group],
      isDisabled: true,
      isMfaEnabled: true,
    });
    const params = { username: user.username };
    const before = (await callAs(masterKey, GET, { params })).payload;
    const { payload } = await callAs(masterKey, PUT, {
      params,
      body: goUser({ username: user.username, platform_role_id: "auditor" }),
    });
    expect(payload).toEqual({
      ...before,
      platform_role_id: "auditor",
      updated_at: payload.updated_at,
    });
    const [entry] = await auditEntriesOf(user.id);
    expect(entry?.after).toEqual({ platform_role_id: "auditor" });
  });

  test("applies true and non-empty values", async () => {
    const user = await aUser();
    const { payload } = await callAs(masterKey, PUT, {
      params: { username: user.username },
      body: goUser({ display_name: "Ada", account_disabled: true }),
    });
    expect(payload).toMatchObject({ display_name: "Ada", account_disabled: true });
  });

  test("applies an empty set, which is no zero value", async () => {
    const user = await aUser({ groups: [await aGroup()] });
    await callAs(masterKey, PUT, {
      params: { username: user.username },
      body: goUser({ user_group_ids: {} }),
    });
    expect(await groupsOf(user.username)).toEqual([]);
  });

  test.each(["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00+00:00"])(
    "is known by a created_at of %s",
    async (time) => {
      const user = await aUser({ displayName: "Ada", isDisabled: true });
      const { payload } = await callAs(masterKey, PUT, {
        params: { username: user.username },
        body: goUser({ created_at: time }),
      });
      expect(payload).toMatchObject({ display_name: "Ada", account_disabled: true });
    },
  );

  test.each(["2026-01-01T00:00:00Z", "", "0001-01-01T00:00:01Z", "0001-01-02T00:00:00Z", null, 0])(
    "is not known by a created_at of %j, and false is applied",
    async (time) => {
      const user = await aUser({ displayName: "Ada", isDisabled: true });
      const { payload } = await callAs(masterKey, PUT, {
        params: { username: user.username },
        body: { created_at: time, account_disabled: false, display_name: "" },
      });
      expect(payload).toMatchObject({ display_name: "", account_disabled: false });
    },
  );

  test("of oneself with what was read before is fine", async () => {
    const me = await anActor("auditor", { groups: [await aGroup()] });
    const params = { username: me.username };
    const read = (await callAs(me, GET, { params })).payload;
    const { payload } = await callAs(me, PUT, { params, body: { ...read, display_name: "Me" } });
    expect(payload).toEqual({ ...read, display_name: "Me", updated_at: payload.updated_at });
  });
});

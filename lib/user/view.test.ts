import { describe, expect, test } from "vitest";
import type { Actor, UserActor } from "@/lib/permissions";
import { userActor, userEntity } from "@/lib/testing/entities";
import { ZERO_TIME } from "@/lib/wire";
import { userSeenBy } from "./view";

const networkAdmin: UserActor = { ...userActor("ada", "platform-user"), administers: ["lab"] };

const bob = userEntity({
  username: "bob",
  display_name: "Bob",
  platform_role_id: "service-user",
  account_disabled: true,
  auth_type: "oauth",
  external_identity_provider_id: "external",
  is_mfa_enabled: true,
  groups: ["lab-network-user-grp", "office-network-user-grp"],
  remote_gw_ids: { near: {}, far: {} },
  last_login_time: "2026-01-02T00:00:00.000Z",
  num_access_tokens: 3,
  created_by: "grace",
});

describe("a user", () => {
  test.each<[string, Actor]>([
    ["an administrator", userActor("grace", "admin")],
    ["an auditor", userActor("grace", "auditor")],
    ["themselves", userActor("bob", "service-user")],
    ["the master key", { kind: "master-key" }],
    ["whoever creates the super admin", { kind: "anonymous" }],
  ])("looks whole to %s", (_, actor) => {
    expect(userSeenBy(actor, bob)).toEqual(bob);
  });

  test("looks to a network admin like what is to know in their networks", () => {
    const sight = { groups: new Set(["lab-network-user-grp"]), gateways: new Set(["near"]) };
    expect(userSeenBy(networkAdmin, bob, sight)).toEqual({
      username: "bob",
      display_name: "Bob",
      platform_role_id: "service-user",
      account_disabled: true,
      created_at: bob.created_at,
      auth_type: "oauth",
      isadmin: false,
      issuperadmin: false,
      user_group_ids: { "lab-network-user-grp": {} },
      remote_gw_ids: { near: {} },
      external_identity_provider_id: "",
      is_mfa_enabled: false,
      network_roles: {},
      last_login_time: ZERO_TIME,
      num_access_tokens: 0,
      created_by: "",
      updated_at: ZERO_TIME,
    });
  });

  test("shows a network admin no group where none is known to be theirs", () => {
    expect(userSeenBy(networkAdmin, bob)).toMatchObject({ user_group_ids: {}, remote_gw_ids: {} });
  });

  test("looks whole to a network admin who is that user", () => {
    expect(userSeenBy({ ...networkAdmin, username: "bob" }, bob)).toEqual(bob);
  });
});

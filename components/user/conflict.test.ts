import { describe, expect, test } from "vitest";
import { differencesBetween } from "@/components/form/conflict";
import type { User } from "@/lib/user/schema";
import { userFields } from "./conflict";

const ada: User = {
  username: "ada",
  external_identity_provider_id: "",
  is_mfa_enabled: false,
  display_name: "Ada",
  account_disabled: false,
  isadmin: true,
  issuperadmin: false,
  auth_type: "basic_auth",
  remote_gw_ids: {},
  user_group_ids: { "global-network-admin-grp": {} },
  platform_role_id: "admin",
  network_roles: {},
  last_login_time: "0001-01-01T00:00:00Z",
  num_access_tokens: 0,
  created_by: "ada",
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
};

describe("what changed of a user", () => {
  test("is said in words, and nothing of the rest", () => {
    const now: User = {
      ...ada,
      display_name: "",
      platform_role_id: "auditor",
      user_group_ids: {},
      account_disabled: true,
      updated_at: "2026-02-02T00:00:00Z",
    };
    expect(differencesBetween(userFields, ada, now)).toEqual([
      { key: "display_name", label: "Display name", before: "“Ada”", now: "none" },
      { key: "platform_role_id", label: "Role", before: "Admin", now: "Auditor" },
      { key: "account_disabled", label: "Status", before: "Enabled", now: "Disabled" },
      { key: "user_group_ids", label: "Groups", before: "All Networks Admin Group", now: "none" },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { ApiError } from "@/lib/api/client";
import type { User } from "@/lib/user/schema";
import { conflictOf, differencesBetween } from "./conflict";

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

describe("differencesBetween", () => {
  test("says in words what changed, and nothing of the rest", () => {
    const now: User = {
      ...ada,
      display_name: "",
      platform_role_id: "auditor",
      user_group_ids: {},
      account_disabled: true,
      updated_at: "2026-02-02T00:00:00Z",
    };
    expect(differencesBetween(ada, now)).toEqual([
      { key: "display_name", label: "Display name", before: "“Ada”", now: "none" },
      { key: "platform_role_id", label: "Role", before: "Admin", now: "Auditor" },
      { key: "account_disabled", label: "Status", before: "Enabled", now: "Disabled" },
      { key: "user_group_ids", label: "Groups", before: "All Networks Admin Group", now: "none" },
    ]);
  });
});

describe("conflictOf", () => {
  const body = { Message: "Someone else changed this since you read it.", Response: ada };

  test("takes the current user and its version out of a 412", () => {
    const error = new ApiError(412, body, new Headers({ etag: '"7"' }));
    expect(conflictOf(error)).toEqual({ entity: ada, etag: '"7"' });
  });

  test.each([
    ["another status", new ApiError(409, body, new Headers({ etag: '"7"' }))],
    ["a 412 without a user", new ApiError(412, {}, new Headers({ etag: '"7"' }))],
    ["another error", new Error("no")],
  ])("is null for %s", (_name, error) => {
    expect(conflictOf(error)).toBeNull();
  });
});

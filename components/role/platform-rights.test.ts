import { describe, expect, it } from "vitest";
import { permissions } from "@/lib/permissions";
import { platformRightOf } from "./platform-rights";

describe("platformRightOf", () => {
  it.each([
    ["users:write", "admin", "all"],
    ["users:write", "auditor", "none"],
    ["users:update", "service-user", "own"],
    ["network-users:read", "platform-user", "network"],
    ["network-users:read", "service-user", "none"],
    ["access:read", "platform-user", "network"],
    ["access:read", "service-user", "own"],
    ["super-admin:reset", "super-admin", "none"],
  ] as const)("%s of %s is %s", (permission, role, right) => {
    expect(platformRightOf(permissions[permission], role)).toBe(right);
  });
});

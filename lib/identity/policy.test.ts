import { describe, expect, test } from "vitest";
import { canUnlink, type WaysIn } from "./policy";

const ways: WaysIn = {
  user: { auth_type: "oauth", platform_role_id: "admin" },
  hasPasswords: true,
  others: [],
  hasPasskey: false,
  providers: ["oidc", "github"],
};

describe("canUnlink", () => {
  test.each<[string, Partial<WaysIn>, boolean]>([
    ["the only way in", {}, false],
    ["one beside a password", { user: { ...ways.user, auth_type: "basic_auth" } }, true],
    [
      "one beside a password where those are switched off",
      { user: { ...ways.user, auth_type: "basic_auth" }, hasPasswords: false },
      false,
    ],
    [
      "the super admin's beside a password where those are switched off",
      { user: { auth_type: "basic_auth", platform_role_id: "super-admin" }, hasPasswords: false },
      true,
    ],
    ["one beside a passkey", { hasPasskey: true }, true],
    ["one beside another", { others: ["github"] }, true],
    ["one beside another of a provider that is gone", { others: ["google"] }, false],
  ])("of %s", (_, given, allowed) => {
    expect(canUnlink({ ...ways, ...given }).allowed).toBe(allowed);
  });
});

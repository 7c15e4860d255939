import { describe, expect, test } from "vitest";
import { platformRoles, whyNot } from "@/lib/permissions";
import { userActor, userEntity } from "@/lib/testing/entities";
import { canCreateToken, canRevokeToken } from "./policy";

const owner = userEntity({ username: "bob" });
const refusal = { allowed: false, reason: whyNot("tokens:manage") };

describe("the API tokens of somebody else", () => {
  test.each(platformRoles.filter((role) => !role.endsWith("admin")))(
    "are refused to role %s in words about tokens, as the server has them",
    (role) => {
      const actor = userActor("eve", role);
      expect(canCreateToken(actor, owner)).toMatchObject(refusal);
      expect(canRevokeToken(actor, owner)).toMatchObject(refusal);
    },
  );

  test("are nothing to the master key but tokens", () => {
    expect(canCreateToken({ kind: "master-key" }, owner)).toEqual({ allowed: true });
  });
});

describe("one's own API tokens", () => {
  test.each(platformRoles)("are for role %s to create and to revoke", (role) => {
    const actor = userActor("bob", role);
    const oneself = userEntity({ username: "bob", platform_role_id: role });
    expect(canCreateToken(actor, oneself)).toEqual({ allowed: true });
    expect(canRevokeToken(actor, oneself)).toEqual({ allowed: true });
  });
});

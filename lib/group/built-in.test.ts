import { describe, expect, it } from "vitest";
import {
  ADMIN_GROUP,
  networkGroup,
  networkOfUserGroup,
  seededGroupName,
  USER_GROUP,
} from "./built-in";

describe("the names of default groups", () => {
  it.each([
    [ADMIN_GROUP, "All Networks Admin Group"],
    [USER_GROUP, "All Networks User Group"],
    [networkGroup("lab", "admin").id, networkGroup("lab", "admin").name],
    [
      networkGroup("a-network-user-grp", "user").id,
      networkGroup("a-network-user-grp", "user").name,
    ],
  ])("of %s follows from its id", (id, name) => {
    expect(seededGroupName(id)).toBe(name);
  });

  it("is unknown of every other group", () => {
    expect(seededGroupName("0193b8c1-5f0e-7cc0-8d3a-4a4b8f6f2c11")).toBeNull();
  });
});

describe("networkOfUserGroup", () => {
  it.each([
    [networkGroup("lab", "user").id, "lab"],
    [networkGroup("lab", "admin").id, null],
    [USER_GROUP, null],
    ["0193b8c1-5f0e-7cc0-8d3a-4a4b8f6f2c11", null],
  ])("of %s is %s", (id, netid) => {
    expect(networkOfUserGroup(id)).toBe(netid);
  });
});

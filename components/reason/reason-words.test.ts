import { describe, expect, it } from "vitest";
import { allowedWords, groupsIn, reasonWords, rolesIn } from "./reason-words";

const reason = {
  kind: "group",
  group_id: "g1",
  group_name: "Field team",
  network_id: "warehouse",
  role_id: "r1",
  role_name: "Warehouse users",
  right: "reach",
} as const;

describe("reasons in words", () => {
  it("name group, role and network", () => {
    expect(reasonWords(reason)).toBe(
      "because member of “Field team”, which grants “Warehouse users” on warehouse",
    );
    expect(reasonWords({ ...reason, network_id: "all_networks" })).toContain("on all networks");
  });

  it("name each group once", () => {
    expect(groupsIn([reason, { ...reason, role_id: "r2" }, { ...reason, kind: "admin" }])).toEqual([
      "Field team",
    ]);
  });

  it("name each role once", () => {
    expect(rolesIn([reason, { ...reason, group_id: "g2" }, { ...reason, kind: "admin" }])).toEqual([
      "Warehouse users",
    ]);
  });

  it("say what the strongest of them allows", () => {
    const all = { ...reason, right: "all_gateways" } as const;
    expect(allowedWords([reason])).toContain("no gateway");
    expect(allowedWords([reason, all, { ...reason, right: "gateway" }])).toContain("all gateways");
    expect(allowedWords([all, { ...reason, right: "full_access" }])).toContain("Full access");
  });
});

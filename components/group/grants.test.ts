import { describe, expect, it } from "vitest";
import {
  byNetwork,
  clashOf,
  grantsOf,
  movedGrants,
  networkRolesOf,
  withGrant,
  withoutGrant,
} from "./grants";

const lab = { network_id: "lab", role_id: "r2" };
const field = { network_id: "field", role_id: "r1" };
const everywhere = { network_id: "all_networks", role_id: "r1" };

describe("the grants of a group", () => {
  it("come and go as the wire has them", () => {
    const network_roles = { lab: { r2: {}, r1: {} }, field: { r1: {} } };
    expect(networkRolesOf(grantsOf({ network_roles }))).toEqual(network_roles);
  });

  it("stand in the same order however they were added", () => {
    expect(withGrant([lab], field)).toEqual(withGrant([field], lab));
    expect(byNetwork([lab, field, everywhere]).map(([network]) => network)).toEqual([
      "all_networks",
      "field",
      "lab",
    ]);
  });

  it("hold each once", () => {
    expect(withGrant([lab], lab)).toEqual([lab]);
    expect(withoutGrant([lab, field], { ...lab })).toEqual([field]);
  });

  it("say what a change adds and removes", () => {
    const other = { ...lab, role_id: "r9" };
    expect(movedGrants([lab, field], [field, other])).toEqual({ added: [other], removed: [lab] });
    expect(movedGrants([lab, field], [field, lab])).toEqual({ added: [], removed: [] });
  });

  it("have all networks or single ones", () => {
    expect(clashOf([lab, field], "all_networks")).toContain("2 single networks");
    expect(clashOf([everywhere], "lab")).toContain("all networks already");
    expect(clashOf([everywhere], "all_networks")).toBeNull();
    expect(clashOf([lab], "field")).toBeNull();
    expect(clashOf([lab], "lab")).toBeNull();
  });
});

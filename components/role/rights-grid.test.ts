import { describe, expect, it } from "vitest";
import { resourceTypes, rightsOf } from "@/lib/role/values";
import { accessOf, gridRows, gridValue, isRightOfRow, movedByRole, rowId } from "./rights-grid";

const access = {
  remote_access_gw: { all_remote_access_gw: rightsOf("read"), "a/b": rightsOf("vpn_access") },
  extclient: { all_extclients: rightsOf("create", "self_only") },
  unknown_type: { all_unknown_type: rightsOf("read") },
};

describe("the grid of a role", () => {
  it("comes and goes as the wire has it", () => {
    expect(accessOf(gridValue(access))).toEqual(access);
  });

  it("has a row for every type, and one for every single resource", () => {
    const rows = gridRows(access).map(({ id }) => id);
    expect(rows).toHaveLength(resourceTypes.length + 2);
    expect(rows).toContain(rowId("remote_access_gw", "a/b"));
  });

  it("leaves out all of a type when it loses its last right, and keeps a single one", () => {
    expect(accessOf({ "host/all_host": [], "host/h1": [] })).toEqual({
      host: { h1: rightsOf() },
    });
  });

  it("lets only gateways be connected through", () => {
    expect(isRightOfRow("remote_access_gw/all_remote_access_gw", "vpn_access")).toBe(true);
    expect(isRightOfRow("host/all_host", "vpn_access")).toBe(false);
    expect(isRightOfRow("host/all_host", "read")).toBe(true);
  });
});

describe("a change of a role", () => {
  const role = {
    full_access: false,
    network_level_access: { host: { all_host: rightsOf("read") } },
  };

  it("is told by what it gives and takes, with what the server adds", () => {
    const network_level_access = {
      host: { all_host: rightsOf("update") },
      remote_access_gw: { all_remote_access_gw: rightsOf("vpn_access") },
    };
    expect(movedByRole(role, { network_level_access })).toEqual({
      added: [
        "All hosts: change",
        "All gateways: connect",
        "All device configs: create, see, change, delete, and own only",
      ],
      removed: ["All hosts: see"],
    });
  });

  it("names full access", () => {
    expect(movedByRole(role, { full_access: true })).toEqual({
      added: ["Full access"],
      removed: [],
    });
    expect(movedByRole({ ...role, full_access: true }, { full_access: false })).toEqual({
      added: [],
      removed: ["Full access"],
    });
  });

  it("of the name alone gives and takes nothing", () => {
    expect(movedByRole(role, { name: "Other" })).toEqual({ added: [], removed: [] });
  });
});

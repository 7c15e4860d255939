import { describe, expect, it } from "vitest";
import { userTemplate } from "@/lib/role/template";
import { rightsOf } from "@/lib/role/values";
import { roleSentence } from "./role-sentence";

const none = { full_access: false, network_id: "lab", network_level_access: {} };

describe("roleSentence", () => {
  it("says what full access is", () => {
    expect(roleSentence({ ...none, full_access: true })).toBe(
      "On lab: everything. Platform users with it administer the network.",
    );
  });

  it("says that nothing more is allowed", () => {
    expect(roleSentence(none)).toBe("On lab: reach the network, and nothing more.");
  });

  it("puts resources with the same rights together, and says what comes with a gateway", () => {
    const network_level_access = {
      remote_access_gw: { all_remote_access_gw: rightsOf("read", "vpn_access") },
      host: { all_host: rightsOf("read") },
      dns: { all_dns: rightsOf("read") },
      extclient: { all_extclients: rightsOf("create", "read", "self_only") },
    };
    expect(roleSentence({ ...none, network_id: "all_networks", network_level_access })).toBe(
      "On every network: connect through and see all gateways; see hosts and DNS; see, create, change, and delete their own device configs.",
    );
  });

  it("counts single ones", () => {
    const network_level_access = {
      remote_access_gw: { g1: rightsOf("vpn_access"), g2: rightsOf("vpn_access"), g3: rightsOf() },
    };
    expect(roleSentence({ ...none, network_level_access })).toBe(
      "On lab: connect through 2 single ones of the gateways; see, create, change, and delete their own device configs.",
    );
  });

  it("has words for all that the user template allows", () => {
    expect(roleSentence({ ...none, network_level_access: userTemplate })).not.toMatch(/_/);
  });
});

/** What the roles that are made with a network allow. */

const rightNames = ["create", "read", "update", "delete", "vpn_access", "self_only"] as const;
type RightName = (typeof rightNames)[number];

function rights(...given: RightName[]): Record<RightName, boolean> {
  return {
    create: given.includes("create"),
    read: given.includes("read"),
    update: given.includes("update"),
    delete: given.includes("delete"),
    vpn_access: given.includes("vpn_access"),
    self_only: given.includes("self_only"),
  };
}

const own = rights("create", "read", "update", "delete", "self_only");

/** Of the users of a network. */
export const userTemplate = {
  host: { all_host: rights("read") },
  remote_access_gw: { all_remote_access_gw: rights("read", "vpn_access") },
  extclient: { all_extclients: own },
  jit_user: { all_jit_user: own },
  dns: { all_dns: rights("read") },
  acl: { all_acl: rights("read") },
  egress: { all_egress: rights("read") },
  inet_gw: { all_inet_gw: rights("read") },
  relay: { all_relay: rights("read") },
  tag: { all_tag: rights("read") },
  posturecheck: { all_posturecheck: rights("read") },
  nameserver: { all_nameserver: rights("read") },
};

export type NetworkRoleKind = "admin" | "user";

/** @example networkRole("lab", "admin") // { id: "lab-network-admin", name: "lab Admin" } */
export function networkRole(netid: string, kind: NetworkRoleKind) {
  return {
    id: `${netid}-network-${kind}`,
    name: `${netid} ${kind === "admin" ? "Admin" : "User"}`,
  };
}

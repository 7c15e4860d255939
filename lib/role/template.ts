/** What the roles that are made with a network allow. */
import { rightsOf } from "./values";

const own = rightsOf("create", "read", "update", "delete", "self_only");

/** Of the users of a network. */
export const userTemplate = {
  host: { all_host: rightsOf("read") },
  remote_access_gw: { all_remote_access_gw: rightsOf("read", "vpn_access") },
  extclient: { all_extclients: own },
  jit_user: { all_jit_user: own },
  dns: { all_dns: rightsOf("read") },
  acl: { all_acl: rightsOf("read") },
  egress: { all_egress: rightsOf("read") },
  inet_gw: { all_inet_gw: rightsOf("read") },
  relay: { all_relay: rightsOf("read") },
  tag: { all_tag: rightsOf("read") },
  posturecheck: { all_posturecheck: rightsOf("read") },
  nameserver: { all_nameserver: rightsOf("read") },
};

export type NetworkRoleKind = "admin" | "user";

/** @example networkRole("lab", "admin") // { id: "lab-network-admin", name: "lab Admin" } */
export function networkRole(netid: string, kind: NetworkRoleKind) {
  return {
    id: `${netid}-network-${kind}`,
    name: `${netid} ${kind === "admin" ? "Admin" : "User"}`,
  };
}

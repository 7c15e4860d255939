/** What a role's rights are about, in words. */
import { allOf, rightNames, type RightName, type Rights } from "@/lib/role/values";

interface ResourceWords {
  /** The row of the grid. */
  label: string;
  /** The row of the grid that stands for all of them, where that is not "All hosts". */
  all?: string;
  /** In a sentence. */
  plural: string;
}

const words: Partial<Record<string, ResourceWords>> = {
  network: { label: "Network", all: "The network itself", plural: "the network's settings" },
  host: { label: "Hosts", plural: "hosts" },
  remote_access_gw: { label: "Gateways", plural: "gateways" },
  extclient: { label: "Device configs", plural: "device configs" },
  relay: { label: "Relays", plural: "relays" },
  inet_gw: { label: "Internet gateways", plural: "internet gateways" },
  egress: { label: "Egress routes", plural: "egress routes" },
  enrollment_key: { label: "Enrollment keys", plural: "enrollment keys" },
  user: { label: "Users", plural: "users" },
  acl: { label: "Access rules", plural: "access rules" },
  dns: { label: "DNS", all: "DNS", plural: "DNS" },
  fail_over: { label: "Failover", all: "Failover", plural: "failover" },
  jit_user: { label: "Just-in-time access", plural: "just-in-time access" },
  tag: { label: "Tags", plural: "tags" },
  posturecheck: { label: "Device checks", plural: "device checks" },
  nameserver: { label: "Name servers", plural: "name servers" },
};

export function resourceWords(type: string): ResourceWords {
  return words[type] ?? { label: type, plural: type };
}

export const rightLabels: Record<RightName, string> = {
  create: "Create",
  read: "See",
  update: "Change",
  delete: "Delete",
  vpn_access: "Connect",
  self_only: "Own only",
};

/** Connecting is for gateways alone. */
export function hasRight(type: string, right: RightName): boolean {
  return right !== "vpn_access" || type === "remote_access_gw";
}

export function isAllOf(type: string, id: string): boolean {
  return id === allOf(type);
}

export function rightsIn(rights: Rights): RightName[] {
  return rightNames.filter((name) => rights[name]);
}

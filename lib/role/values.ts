/** What a role may say something about, in the order in which it is shown. */
export const resourceTypes = [
  "network",
  "host",
  "remote_access_gw",
  "extclient",
  "relay",
  "inet_gw",
  "egress",
  "enrollment_key",
  "user",
  "acl",
  "dns",
  "fail_over",
] as const;

export const rightNames = [
  "create",
  "read",
  "update",
  "delete",
  "vpn_access",
  "self_only",
] as const;
export type RightName = (typeof rightNames)[number];
export type Rights = Record<RightName, boolean>;

/** The id that stands for every resource of a type. */
export function allOf(type: string): string {
  return type === "extclient" ? "all_extclients" : `all_${type}`;
}

export function rightsOf(...given: RightName[]): Rights {
  return {
    create: given.includes("create"),
    read: given.includes("read"),
    update: given.includes("update"),
    delete: given.includes("delete"),
    vpn_access: given.includes("vpn_access"),
    self_only: given.includes("self_only"),
  };
}

export const MAX_RESOURCES = 10_000;

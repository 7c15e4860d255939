/** The groups that every server has. */
export const ADMIN_GROUP = "global-network-admin-grp";
export const USER_GROUP = "global-network-user-grp";

/** @example networkGroup("lab", "user") // { id: "lab-network-user-grp", name: "lab User Group" } */
export function networkGroup(netid: string, kind: "admin" | "user") {
  const word = kind === "admin" ? "Admin" : "User";
  return { id: `${netid}-network-${kind}-grp`, name: `${netid} ${word} Group` };
}

/** The groups that every server has. */
export const ADMIN_GROUP = "global-network-admin-grp";
export const USER_GROUP = "global-network-user-grp";

/** @example networkGroup("lab", "user") // { id: "lab-network-user-grp", name: "lab User Group" } */
export function networkGroup(netid: string, kind: "admin" | "user") {
  const word = kind === "admin" ? "Admin" : "User";
  return { id: `${netid}-network-${kind}-grp`, name: `${netid} ${word} Group` };
}

const OF_NETWORK = /^(?<netid>.+)-network-(?<kind>admin|user)-grp$/;

/** The network whose group of users this is; null for every other group. */
export function networkOfUserGroup(id: string): string | null {
  const { netid, kind } = OF_NETWORK.exec(id)?.groups ?? {};
  return id !== USER_GROUP && kind === "user" && netid !== undefined ? netid : null;
}

/** What a default group is called, by its id alone; null for every other group. */
export function seededGroupName(id: string): string | null {
  if (id === ADMIN_GROUP) return "All Networks Admin Group";
  if (id === USER_GROUP) return "All Networks User Group";
  const { netid, kind } = OF_NETWORK.exec(id)?.groups ?? {};
  if (netid === undefined) return null;
  return networkGroup(netid, kind === "admin" ? "admin" : "user").name;
}

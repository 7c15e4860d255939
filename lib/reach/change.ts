import type { Reason } from "./reasons";

/** What a call would change of the rows that decide who reaches what. */
export interface ReachChange {
  /** A group that goes, with its memberships and grants. */
  group?: string;
  /** A role that goes, with its grants. */
  role?: string;
  /** A network that goes, with its gateways and the grants on it. */
  network?: string;
  /** A gateway that goes, with whoever is attached to it. */
  gateway?: { id: string; networkId: string };
  /** What a group grants instead; on null, on all networks. */
  grants?: { groupId: string; grants: { networkId: string | null; roleId: string }[] };
  /** What a role gives instead. */
  rights?: { roleId: string; right: Reason["right"]; gatewayIds: string[] };
  /** Who is in a group instead. */
  members?: { groupId: string; userIds: string[] };
  /** Who comes into a group and who goes, beside those who stay. */
  moved?: { groupId: string; added: string[]; removed: string[] };
  /** The groups that each of these users is in instead. */
  users?: { userId: string; groupIds: string[] }[];
}

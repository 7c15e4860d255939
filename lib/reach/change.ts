/** What a call would change of the rows that decide who reaches what. */
export interface ReachChange {
  /** A group that goes, with its memberships and grants. */
  group?: string;
  /** A role that goes, with its grants. */
  role?: string;
  /** A network that goes, with the grants on it. */
  network?: string;
  /** What a group grants instead; null for all networks. */
  grants?: { groupId: string; networkIds: (string | null)[] };
  /** Who is in a group instead. */
  members?: { groupId: string; userIds: string[] };
  /** The groups that a user is in instead. */
  user?: { userId: string; groupIds: string[] };
}

/** The groups that every server has. */
export const ADMIN_GROUP = "global-network-admin-grp";
export const USER_GROUP = "global-network-user-grp";

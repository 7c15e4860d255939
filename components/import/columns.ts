/** What the columns of a file hold. */

/** The keys of a row of the endpoint, in the order in which they are shown. */
export const importColumns = [
  "username",
  "display_name",
  "platform_role_id",
  "user_group_ids",
  "password",
] as const;
export type ImportColumn = (typeof importColumns)[number];

export const columnNames: Record<ImportColumn, string> = {
  username: "Username",
  display_name: "Display name",
  platform_role_id: "Role",
  user_group_ids: "Groups",
  password: "Password",
};

/** Of each column of a file, what it holds; null for what is not imported. */
export type Mapping = readonly (ImportColumn | null)[];

/** In small letters without anything between the words; the best first. */
const headers: Record<ImportColumn, readonly string[]> = {
  username: [
    "username",
    "user",
    "login",
    "loginname",
    "email",
    "emailaddress",
    "useremail",
    "mail",
    "mailaddress",
  ],
  display_name: ["displayname", "fullname", "name"],
  platform_role_id: ["platformroleid", "platformrole", "userrole", "role"],
  user_group_ids: ["usergroupids", "usergroups", "groups", "groupnames", "usergroup", "group"],
  password: ["password", "initialpassword"],
};

/** Finds the columns by the first row of a file. */
export function recognise(header: readonly string[]): Mapping {
  const found = header.map((name) => name.toLowerCase().replace(/[\s_.-]+/g, ""));
  const columnAt = new Map<number, ImportColumn>();
  for (const column of importColumns) {
    const at = headers[column].map((name) => found.indexOf(name)).find((index) => index !== -1);
    if (at !== undefined) columnAt.set(at, column);
  }
  return header.map((_, index) => columnAt.get(index) ?? null);
}

export function recognisedCount(header: readonly string[]): number {
  return recognise(header).filter((column) => column !== null).length;
}

/** Each column is mapped once: who takes it takes it from another. */
export function mapColumn(mapping: Mapping, index: number, column: ImportColumn | null): Mapping {
  return mapping.map((before, at) => {
    if (at === index) return column;
    return before === column ? null : before;
  });
}

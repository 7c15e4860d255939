/** What the parts of the API are called; a new one shows its own name until it stands here. */
export const groupNames: Readonly<Partial<Record<string, string>>> = {
  user: "Users",
  session: "Sessions",
  token: "API tokens",
  access: "Access",
  group: "Groups",
  network: "Networks",
  role: "Roles",
  serverSettings: "Server settings",
  settings: "Preferences",
  audit: "Audit log",
  health: "Health",
};

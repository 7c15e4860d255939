/** The values that a user's schema is made of, for pages, which load them without zod. */
export const authTypes = ["basic_auth", "oauth"] as const;

export const userSorts = [
  "username",
  "display_name",
  "platform_role_id",
  "last_login_time",
  "created_at",
] as const;

/** What one action may be done to at once. */
export const MAX_BULK = 10_000;

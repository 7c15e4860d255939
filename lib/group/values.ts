/** The values that a group's schema is made of, for pages, which load them without zod. */
export const groupSorts = ["name", "member_count", "created_at"] as const;

/** How many people one call may put into a group. */
export const MAX_MEMBERS = 10_000;

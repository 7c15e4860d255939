/** The values that a pending user's schema is made of, for pages, which load them without zod. */
export const pendingUserSorts = ["created_at", "username"] as const;

/** How many may wait at a time. */
export const MAX_WAITING = 10_000;

/** How long the reason of a refusal may be, in characters. */
export const MAX_REASON = 500;

export const standings = ["waiting", "approved", "gone"] as const;
/** How it stands with somebody who asked. */
export type Standing = (typeof standings)[number];

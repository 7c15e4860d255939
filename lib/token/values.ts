/** The values that a token's schema is made of, for pages, which load them without zod. */
export const tokenStates = ["active", "expired", "expiring", "unused", "owner_disabled"] as const;
export type TokenState = (typeof tokenStates)[number];

export const tokenSorts = ["created_at", "expires_at", "last_used", "name", "user_name"] as const;

export const DAY_MS = 24 * 60 * 60 * 1000;

export const MAX_TOKEN_NAME = 64;
/** A token that expires within so many days is `expiring`. */
export const EXPIRING_DAYS = 14;
/** A token that was neither made nor used in so many days is `unused`. */
export const UNUSED_DAYS = 90;
/** How long a token lives when nothing else is asked for; the server may allow less. */
export const DEFAULT_DAYS = 90;

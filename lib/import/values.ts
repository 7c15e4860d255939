/** The values that an import's schema is made of, for pages, which load them without zod. */
export const importModes = ["create", "invite"] as const;
export type ImportMode = (typeof importModes)[number];

export const MAX_ROWS = 10_000;

/** How many accounts one import may make: each costs a password hash. */
export const MAX_CREATED = 1_000;

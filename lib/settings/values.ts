/** The values that the schema of settings is made of, for pages, which load them without zod. */
export const themes = ["dark", "light", "system"] as const;

/** The root font size in CSS pixels. */
export const TEXT_SIZE = { min: 12, max: 24, default: 16 } as const;

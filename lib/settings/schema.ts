import { z } from "zod";

export const userSettings = z
  .object({
    theme: z.enum(["dark", "light", "system"]),
    /** The root font size: a whole number of CSS pixels from 12 to 24, as text. */
    text_size: z.string().regex(/^(1[2-9]|2[0-4])$/),
    reduced_motion: z.boolean(),
  })
  .meta({ id: "UserSettings" });
export type UserSettings = z.infer<typeof userSettings>;

export const defaultSettings: UserSettings = {
  theme: "system",
  text_size: "16",
  reduced_motion: false,
};

import { z } from "zod";
import { TEXT_SIZE, themes } from "./values";

const { min, max } = TEXT_SIZE;

export const userSettings = z
  .object({
    theme: z.enum(themes),
    /** The root font size: a whole number of CSS pixels from 12 to 24, as text. */
    text_size: z
      .string()
      .regex(
        /^(1[2-9]|2[0-4])$/,
        `This must be a whole number from "${String(min)}" to "${String(max)}", as text.`,
      ),
    reduced_motion: z.boolean(),
  })
  .meta({ id: "UserSettings" });
export type UserSettings = z.infer<typeof userSettings>;

/** What holds for whoever has never changed anything. */
export const defaultSettings: UserSettings = {
  theme: "system",
  text_size: String(TEXT_SIZE.default),
  reduced_motion: false,
};

/** Absent keys stay as they are. */
export const settingsUpdate = userSettings.partial().meta({ id: "UserSettingsUpdate" });
export type SettingsUpdate = z.output<typeof settingsUpdate>;

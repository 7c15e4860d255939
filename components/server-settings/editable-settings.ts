/** The settings that the page offers: those that something reads already. */
import { formatDuration } from "@/lib/format";
import { roughDays } from "./words";

export interface EditableSetting {
  key: EditableKey;
  /** In the singular. */
  unit: string;
  description: string;
  /** The number as a person would say it; null where it says enough itself. */
  reading: (value: number) => string | null;
  /** What a change means for what is there already. */
  consequence: (before: number, after: number) => string;
}

/** What stands over them, before they are loaded too. */
export const sectionWords = {
  title: "Sign-in and API tokens",
  description: "A change acts at once, on every server that shares this database.",
};

export type EditableKey = "session_minutes" | "password_min_length" | "token_max_days";

export const editableSettings: readonly EditableSetting[] = [
  {
    key: "session_minutes",
    unit: "minute",
    description:
      "How long a sign-in lasts. A browser that is in use stays signed in, for 30 days at most.",
    reading: (minutes) => (minutes < 60 ? null : formatDuration(minutes * 60, 3)),
    consequence: (before, after) =>
      after > before
        ? "New sign-ins last longer, and browsers that are in use stay signed in longer too."
        : "New sign-ins end sooner. Nobody is signed out now: sessions that are open keep their end.",
  },
  {
    key: "password_min_length",
    unit: "character",
    description: "A password that somebody chooses or is given has at least this many.",
    reading: () => null,
    consequence: (before, after) =>
      after > before
        ? "Existing passwords stay valid until they are changed."
        : "Shorter passwords may be chosen from now on.",
  },
  {
    key: "token_max_days",
    unit: "day",
    description: "A new API token expires after this many days at the latest.",
    reading: roughDays,
    consequence: (before, after) =>
      after > before
        ? "New API tokens may last longer. Existing ones keep their date."
        : "New API tokens expire sooner. Existing ones keep their date.",
  },
];

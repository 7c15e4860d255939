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
  title: "Sign-in, invites and API tokens",
  description: "Changes apply immediately.",
};

export type EditableKey =
  "session_minutes" | "password_min_length" | "invite_days" | "token_max_days";

export const editableSettings: readonly EditableSetting[] = [
  {
    key: "session_minutes",
    unit: "minute",
    description: "How long a sign-in lasts. A browser in use stays signed in for up to 30 days.",
    reading: (minutes) => (minutes < 60 ? null : formatDuration(minutes * 60, 3)),
    consequence: (before, after) =>
      after > before
        ? "New sign-ins and browsers in use stay signed in longer."
        : "New sign-ins end sooner. Open sessions do not change.",
  },
  {
    key: "password_min_length",
    unit: "character",
    description: "The shortest password that is accepted.",
    reading: () => null,
    consequence: (before, after) =>
      after > before
        ? "Existing passwords keep working until they are changed."
        : "Shorter passwords are accepted from now on.",
  },
  {
    key: "invite_days",
    unit: "day",
    description: "How long the link of a new invite is good.",
    reading: roughDays,
    consequence: (before, after) =>
      after > before
        ? "New links are good for longer. Those that are out do not change."
        : "New links expire sooner. Those that are out do not change.",
  },
  {
    key: "token_max_days",
    unit: "day",
    description: "The longest time a new API token can last.",
    reading: roughDays,
    consequence: (before, after) =>
      after > before
        ? "New API tokens can last longer. Existing ones do not change."
        : "New API tokens expire sooner. Existing ones do not change.",
  },
];

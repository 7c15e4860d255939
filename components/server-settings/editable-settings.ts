/** The settings that the page offers: those that something reads already. */
import { formatDuration } from "@/lib/format";
import type { ServerSettings } from "@/lib/server-settings/schema";
import { roughDays } from "./words";

interface Setting<Key extends keyof ServerSettings> {
  key: Key;
  description: string;
  /** What a change means for what is there already. */
  consequence: (before: ServerSettings[Key], after: ServerSettings[Key]) => string;
}

export interface NumberSetting extends Setting<
  "session_minutes" | "password_min_length" | "invite_days" | "token_max_days"
> {
  kind: "number";
  /** In the singular. */
  unit: string;
  /** The number as a person would say it; null where it says enough itself. */
  reading: (value: number) => string | null;
}

export interface SwitchSetting extends Setting<"basic_auth" | "mfa_enforced" | "notify_pending"> {
  kind: "switch";
}

export interface DomainsSetting extends Setting<"allowed_email_domains"> {
  kind: "domains";
}

export type EditableSetting = NumberSetting | SwitchSetting | DomainsSetting;
export type EditedSettings = Pick<ServerSettings, EditableSetting["key"]>;

/** What stands over them, before they are loaded too. */
export const sectionWords = {
  title: "Sign-in, invites and API tokens",
  description: "Changes apply immediately.",
};

export const editableSettings: readonly EditableSetting[] = [
  {
    kind: "switch",
    key: "basic_auth",
    description:
      "Off: only the super admin signs in with a password. Everybody else uses single sign-on.",
    consequence: (_, isOn) =>
      isOn
        ? "Whoever has a password can sign in with it again."
        : "Open sessions and API tokens do not end.",
  },
  {
    kind: "switch",
    key: "mfa_enforced",
    description:
      "Whoever signs in with a password must set up an authenticator app before anything else.",
    consequence: (_, isOn) =>
      isOn
        ? "API tokens keep working. Whoever uses single sign-on is not asked."
        : "Whoever has an authenticator app is still asked for its code.",
  },
  {
    kind: "domains",
    key: "allowed_email_domains",
    description:
      "Whose people may ask to join by single sign-on. One domain on each line, * for all, nothing for nobody.",
    consequence: (_, domains) =>
      domains.length === 0
        ? "Nobody can ask to join any more. Who waits, waits on."
        : "This decides who can ask from now on. Who waits, waits on.",
  },
  {
    kind: "switch",
    key: "notify_pending",
    description:
      "Tells administrators whose username is an e-mail address that somebody waits, once an hour at most.",
    consequence: (_, isOn) =>
      isOn
        ? "The next one who asks to join is told of by mail."
        : "Nobody is told by mail. Look at Pending users from time to time.",
  },
  {
    kind: "number",
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
    kind: "number",
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
    kind: "number",
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
    kind: "number",
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

/** What the change of one setting means; null where it stays. */
export function consequenceOf(
  setting: EditableSetting,
  before: EditedSettings,
  change: Partial<EditedSettings>,
): string | null {
  switch (setting.kind) {
    case "number":
      return ofChange(setting, before[setting.key], change[setting.key]);
    case "switch":
      return ofChange(setting, before[setting.key], change[setting.key]);
    case "domains":
      return ofChange(setting, before[setting.key], change[setting.key]);
  }
}

function ofChange<Value>(
  { consequence }: { consequence: (before: Value, after: Value) => string },
  before: Value,
  after: Value | undefined,
): string | null {
  return after === undefined ? null : consequence(before, after);
}

/** Audit entries in plain words: one table of verbs and one of keys. */
import { settingWords } from "@/components/server-settings/words";
import { groupName } from "@/components/user/user-words";
import type { AuditEntry } from "@/lib/audit/schema";
import { formatCount, formatExactTime, formatList } from "@/lib/format";
import { MASTER_KEY_USERNAME, platformRoleNames } from "@/lib/permissions";

/** "**ada** changed the role of **bob** from Admin to Auditor", in its parts. */
export interface Sentence {
  actor: string;
  action: string;
  /** Null when the actor did it to himself, or the action says it all. */
  target: string | null;
  rest: string;
}

interface Wording {
  /** What happened, as a choice in the filter. */
  name: string;
  words: (entry: AuditEntry, isOwn: boolean) => Omit<Sentence, "actor">;
}

const verbs: Record<string, Wording> = {
  "user.create": {
    name: "User created",
    words: ({ after, target }) =>
      after?.["platform_role_id"] === "super-admin"
        ? { action: "created the super admin", target, rest: "" }
        : { action: "created the user", target, rest: roleText(after, "as") },
  },
  "user.update": { name: "User changed", words: updateWords },
  "user.delete": {
    name: "User deleted",
    words: ({ target }) => ({ action: "deleted the user", target, rest: "" }),
  },
  "user.disable": {
    name: "User disabled",
    words: ({ target }) => ({ action: "disabled", target, rest: "" }),
  },
  "user.enable": {
    name: "User enabled",
    words: ({ target }) => ({ action: "enabled", target, rest: "" }),
  },
  "user.transfer-super-admin": {
    name: "Super admin role handed over",
    words: ({ after, target }, isOwn) =>
      after?.["platform_role_id"] === "super-admin"
        ? { action: "made", target, rest: "the super admin" }
        : { action: "gave up the super admin role", target: isOwn ? null : target, rest: "" },
  },
  "settings.update": { name: "Preferences changed", words: updateWords },
  "user.reset-super-admin": {
    name: "Super admin’s password reset",
    words: ({ target }) => ({
      action: "reset the password of the super admin",
      target,
      rest: "on the server’s machine",
    }),
  },
  "throttle.lift": {
    name: "Wait after failed sign-ins lifted",
    words: ({ before, target }) => ({
      action: "let",
      target,
      rest: `try again at once, after ${formatCount(Number(before?.["failures"] ?? 0), "failed sign-in")}`,
    }),
  },
  "session.create": {
    name: "Signed in",
    words: ({ after }) => ({
      action: "signed in",
      target: null,
      rest: after?.["auth_method"] === "password" ? "with a password" : "",
    }),
  },
  "session.end": { name: "Session ended", words: sessionEndWords },
  "session.refuse": {
    name: "Failed sign-in",
    words: ({ after, target }) => ({
      action: "failed to sign in as",
      target,
      rest: Number(after?.["count"]) > 1 ? formatCount(Number(after?.["count"]), "time") : "",
    }),
  },
  "session.confirm-identity": {
    name: "Identity confirmed",
    words: () => ({ action: "confirmed their identity", target: null, rest: "" }),
  },
  "server-settings.update": { name: "Server settings changed", words: settingsWords },
  "token.create": {
    name: "API token created",
    words: ({ after, target }, isOwn) =>
      tokenWords(`created ${tokenText(after)}`, isOwn ? null : target, "for"),
  },
  "token.revoke": {
    name: "API token revoked",
    words: ({ before, target }, isOwn) =>
      tokenWords(`revoked ${tokenText(before)}`, isOwn ? null : target, "of"),
  },
};

const verbNames = Object.entries(verbs).map(([value, { name }]) => ({ value, label: name }));

/** The choices of the filter by what happened. */
export const verbOptions: readonly { value: string; label: string }[] = verbNames;

/** The choices of the filter by what it was done to. */
export const targetTypeOptions: readonly { value: string; label: string }[] = [
  { value: "user", label: "User" },
  { value: "server-settings", label: "Server settings" },
];

export function sentenceOf(entry: AuditEntry): Sentence {
  const isOwn = entry.actor !== "" && entry.actor === entry.target;
  const words = verbs[entry.verb]?.words(entry, isOwn);
  return {
    actor: actorText(entry),
    ...(words ?? { action: entry.verb, target: entry.target || null, rest: "" }),
  };
}

/** The sentence as one text, for screen readers and tests. */
export function sentenceText(entry: AuditEntry): string {
  const { actor, action, target, rest } = sentenceOf(entry);
  return [actor, action, target, rest].filter(Boolean).join(" ");
}

function actorText({ actor, verb }: AuditEntry): string {
  if (actor === "") return nobodys[verb] ?? "Somebody";
  return actor === MASTER_KEY_USERNAME ? "The master key" : actor;
}

/** Who did what was done without signing in. */
const nobodys: Record<string, string> = {
  "user.create": "Setup",
  "throttle.lift": "Somebody on the server’s machine",
};

function updateWords(entry: AuditEntry, isOwn: boolean): Omit<Sentence, "actor"> {
  const target = isOwn ? null : entry.target;
  const changes = changesOf(entry);
  const [only] = changes;
  if (!only) return { action: "changed", target: entry.target, rest: "" };
  const labels = formatList(changes.map(({ label }) => inSentence(label)));
  const action = isOwn ? `changed their ${labels}` : `changed the ${labels} of`;
  if (changes.length > 1 || only.key === "password") return { action, target, rest: "" };
  if (only.key === "account_disabled") {
    return { action: only.after === "Disabled" ? "disabled" : "enabled", target, rest: "" };
  }
  if (only.key === "user_group_ids") return { action, target, rest: membershipText(entry) };
  return { action, target, rest: `from ${only.before ?? NOTHING} to ${only.after ?? NOTHING}` };
}

function settingsWords(entry: AuditEntry): Omit<Sentence, "actor"> {
  const changes = changesOf(entry);
  const labels = formatList(changes.map(({ label }) => inSentence(label)));
  const [only] = changes;
  const isOne = only !== undefined && changes.length === 1;
  const rest = isOne ? `from ${only.before ?? NOTHING} to ${only.after ?? NOTHING}` : "";
  return { action: `changed the ${labels}`, target: null, rest };
}

function sessionEndWords({ before, target }: AuditEntry, isOwn: boolean): Omit<Sentence, "actor"> {
  const sessions = formatCount(Number(before?.["sessions"] ?? 1), "session");
  return isOwn
    ? { action: `signed out of ${sessions}`, target: null, rest: "" }
    : { action: `ended ${sessions} of`, target, rest: "" };
}

function tokenWords(action: string, owner: string | null, joint: string): Omit<Sentence, "actor"> {
  return { action: owner === null ? action : `${action} ${joint}`, target: owner, rest: "" };
}

function tokenText(snapshot: AuditEntry["after"]): string {
  const name = snapshot?.["token_name"];
  return typeof name === "string" ? `the API token “${name}”` : "an API token";
}

function membershipText({ before, after }: AuditEntry): string {
  const [old, now] = [listOf(before?.["user_group_ids"]), listOf(after?.["user_group_ids"])];
  const added = now.filter((id) => !old.includes(id)).map(groupName);
  const removed = old.filter((id) => !now.includes(id)).map(groupName);
  const parts = [
    added.length > 0 && `added ${formatList(added)}`,
    removed.length > 0 && `removed ${formatList(removed)}`,
  ];
  return `(${parts.filter(Boolean).join("; ")})`;
}

function roleText(snapshot: AuditEntry["after"], word: string): string {
  const role = snapshot?.["platform_role_id"];
  return typeof role === "string" ? `${word} ${inSentence(roleName(role))}` : "";
}

/** One changed key with its values in words; null where there was or is none. */
export interface Change {
  key: string;
  label: string;
  before: string | null;
  after: string | null;
}

const NOTHING = "nothing";

interface KeyWording {
  label: string;
  value?: (value: unknown) => string;
}

const keys: Record<string, KeyWording> = {
  username: { label: "Username" },
  display_name: { label: "Display name" },
  platform_role_id: { label: "Role", value: (value) => roleName(String(value)) },
  user_group_ids: { label: "Groups", value: (value) => listText(listOf(value).map(groupName)) },
  account_disabled: { label: "Account", value: (value) => (value ? "Disabled" : "Enabled") },
  is_mfa_enabled: { label: "MFA", value: (value) => (value ? "On" : "Off") },
  auth_type: {
    label: "Sign-in",
    value: (value) => (value === "oauth" ? "Single sign-on" : "Password"),
  },
  external_identity_provider_id: { label: "External id" },
  password: { label: "Password", value: () => "Changed" },
  theme: { label: "Theme", value: (value) => capitalised(String(value)) },
  text_size: { label: "Text size", value: (value) => `${String(value)} px` },
  reduced_motion: { label: "Reduced motion", value: (value) => (value ? "On" : "Off") },
  auth_method: {
    label: "Signed in with",
    value: (value) => (value === "password" ? "Password" : String(value)),
  },
  sessions: { label: "Sessions ended" },
  token_name: { label: "Token" },
  expires_at: { label: "Expires", value: (value) => formatExactTime(String(value), "UTC") },
  count: { label: "Failed attempts" },
  ...settingWords,
  failures: { label: "Failed attempts" },
  throttled_until: {
    label: "Would have waited until",
    value: (value) => formatExactTime(String(value), "UTC"),
  },
};

/** The changed keys of an entry; of a thing made or deleted, those that say something. */
export function changesOf({ before, after }: AuditEntry): Change[] {
  const isWhole = before === null || after === null;
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((key) => ({
      key,
      label: keys[key]?.label ?? plainKey(key),
      before: valueText(key, before?.[key]),
      after: valueText(key, after?.[key]),
    }))
    .filter(
      (change) =>
        !isWhole || saysSomething(change.key, before?.[change.key] ?? after?.[change.key]),
    );
}

function saysSomething(key: string, value: unknown): boolean {
  if (key === "username" || value === false || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}

function valueText(key: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const words = keys[key]?.value;
  if (words) return words(value);
  if (typeof value === "string") return value === "" ? NOTHING : `“${value}”`;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

function plainKey(key: string): string {
  return capitalised(key.replaceAll("_", " "));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Display name" inside a sentence is "display name"; "MFA" stays. */
function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

const roleNames: Record<string, string> = platformRoleNames;

function roleName(id: string): string {
  return roleNames[id] ?? id;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function listText(names: readonly string[]): string {
  return names.length === 0 ? "None" : formatList(names);
}

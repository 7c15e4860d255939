/** What a domain says about its audit entries, and the parts of speech that all of them share. */
import type { LucideIcon } from "lucide-react";
import type { AuditDefinition } from "@/lib/audit/definition";
import type { AuditEntry } from "@/lib/audit/schema";
import { formatExactTime, formatList, formatSome } from "@/lib/format";

/** What happened, without who did it: "changed the role of **bob** from Admin to Auditor". */
export interface Phrase {
  action: string;
  /** False where it was done to oneself, or the action says it all. */
  isTargetNamed: boolean;
  rest: string;
}

/** One changed key with its values in words; null where there was or is none. */
export interface Change {
  key: string;
  label: string;
  before: string | null;
  after: string | null;
  /** Of a value with parts that was changed: what of it came and went. */
  moves?: Moves<string>;
}

/** What groups, roles and gateways are called; null of what is gone, or not for the reader to know. */
export interface Names {
  group: (id: string) => string | null;
  role: (id: string) => string | null;
  gateway: (id: string) => string | null;
}

export interface Moves<Part> {
  added: readonly Part[];
  removed: readonly Part[];
}

/** A part of a value, such as one of somebody's groups, in words. */
export type PartWords = (names: Names) => string;

/** An entry as its words are found for it. */
export interface Told {
  entry: AuditEntry;
  /** Whether somebody did it to themselves. */
  isOwn: boolean;
  changes: readonly Change[];
  names: Names;
}

export interface VerbWords {
  /** What happened, as a choice in the filter. */
  name: string;
  icon: LucideIcon;
  tone?: "bad" | "warn";
  /** Who did it when nobody was signed in; else "Somebody". */
  nobody?: string;
  phrase: (told: Told) => Phrase;
}

export interface KeyWords {
  label: string;
  value?: (value: unknown) => string;
  /** Of a value with parts: those that came and went. What there was not, or is no more, is undefined. */
  moves?: (before: unknown, after: unknown) => Moves<PartWords>;
  /** What follows when this alone was changed; else "from … to …". */
  detail?: (entry: AuditEntry) => string;
  /** Said by the entry anyhow when its target is made or deleted. */
  isPlain?: true;
}

/**
 * What one domain adds to the vocabulary of the log: words for each verb and key that it declares.
 * @example export const groupAuditWords: AuditWords<typeof groupAudit> = { … };
 */
export interface AuditWords<Definition extends AuditDefinition = AuditDefinition> {
  /** Of a domain whose entries are about things of its own. */
  targetType?: { value: Definition["targetType"]; label: string };
  verbs: Record<Definition["verbs"][number], VerbWords>;
  keys: Record<Definition["keys"][number], KeyWords>;
}

export function withTarget(action: string, rest = ""): Phrase {
  return { action, isTargetNamed: true, rest };
}

export function withoutTarget(action: string, rest = ""): Phrase {
  return { action, isTargetNamed: false, rest };
}

/** "changed the display name of **bob** from “Bob” to “Rob”", by what the domain says of its keys. */
export function changed(keys: Record<string, KeyWords>, told: Told): Phrase {
  const { changes, isOwn } = told;
  if (changes.length === 0) return withTarget("changed");
  const labels = labelsOf(changes);
  const rest = detailOf(keys, told);
  return isOwn
    ? withoutTarget(`changed their ${labels}`, rest)
    : withTarget(`changed the ${labels} of`, rest);
}

/** "changed the invite lifetime from 7 days to 14 days", of what there is only one of. */
export function changedOnly(keys: Record<string, KeyWords>, told: Told): Phrase {
  return withoutTarget(`changed the ${labelsOf(told.changes)}`, detailOf(keys, told));
}

function labelsOf(changes: readonly Change[]): string {
  return formatList(changes.map(({ label }) => inSentence(label)));
}

function detailOf(keys: Record<string, KeyWords>, { changes, entry }: Told): string {
  const [only] = changes;
  if (!only || changes.length > 1) return "";
  const detail = keys[only.key]?.detail;
  if (detail) return detail(entry);
  return only.moves
    ? movesText(only.moves)
    : `from ${only.before ?? NOTHING} to ${only.after ?? NOTHING}`;
}

const SOME = 3;

/** "(added lab User Group; removed crane-crew)". */
function movesText({ added, removed }: Moves<string>): string {
  const parts = [
    added.length > 0 && `added ${formatSome(added, SOME)}`,
    removed.length > 0 && `removed ${formatSome(removed, SOME)}`,
  ];
  return `(${parts.filter(Boolean).join("; ")})`;
}

/** What of a set came and went. @param words of one part, by its id */
export function movesOf<Part>(
  before: readonly string[],
  after: readonly string[],
  words: (id: string) => Part,
): Moves<Part> {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    added: after.filter((id) => !old.has(id)).map(words),
    removed: before.filter((id) => !now.has(id)).map(words),
  };
}

/** The one gateway that somebody was attached to or detached from; null where it was none, or several. */
export function movedGateway({ before, after }: AuditEntry): string | null {
  const { added, removed } = movesOf(
    textsOf(before?.["remote_gw_ids"]),
    textsOf(after?.["remote_gw_ids"]),
    (id) => id,
  );
  const [only = null, ...others] = [...added, ...removed];
  return others.length === 0 ? only : null;
}

export const NOTHING = "nothing";

/** "Display name" inside a sentence is "display name"; "MFA" stays. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function onOrOff(isOn: unknown): string {
  return isOn ? "On" : "Off";
}

/** In UTC, so that the words do not depend on who reads them. */
export function momentText(moment: unknown): string {
  return formatExactTime(String(moment), "UTC");
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The grammar of the audit log: how a sentence is put together of what the domains say. */
import { MOST_PARTS } from "@/components/ui/moved-parts";
import type { AuditEntry } from "@/lib/audit/schema";
import { formatSome, isolated } from "@/lib/format";
import { MASTER_KEY_USERNAME } from "@/lib/permissions";
import {
  capitalised,
  NOTHING,
  withoutTarget,
  withTarget,
  type AuditWords,
  type Change,
  type KeyWords,
  type Names,
  type PartWords,
  type Phrase,
  type VerbWords,
} from "./words";

/** "**ada** changed the role of **bob** from Admin to Auditor", in its parts. */
export interface Sentence {
  actor: string;
  action: string;
  target: Target | null;
  rest: string;
}

/** What an entry is about: by its name at that time, and by what finds it. */
export interface Target {
  name: string;
  id: string;
}

export interface Choice {
  value: string;
  label: string;
}

/** What all domains say together. */
export interface Vocabulary {
  verbs: ReadonlyMap<string, VerbWords & { keys: Record<string, KeyWords> }>;
  /** The choices of the filter by what happened. */
  verbOptions: readonly Choice[];
  /** The choices of the filter by what it was done to. */
  targetTypeOptions: readonly Choice[];
}

export function vocabularyOf(domains: readonly AuditWords[]): Vocabulary {
  const verbs = domains.flatMap(({ verbs, keys }) =>
    Object.entries(verbs).map(([verb, words]) => [verb, { ...words, keys }] as const),
  );
  return {
    verbs: new Map(verbs),
    verbOptions: verbs.map(([value, { name }]) => ({ value, label: name })),
    targetTypeOptions: domains.flatMap(({ targetType }) => targetType ?? []),
  };
}

export function sentenceOf(vocabulary: Vocabulary, entry: AuditEntry, names: Names): Sentence {
  const { action, isTargetNamed, rest } = phraseOf(vocabulary, entry, names);
  return {
    actor: actorText(vocabulary, entry),
    action,
    target: isTargetNamed ? targetOf(entry) : null,
    rest,
  };
}

/** The sentence as one text, for screen readers and tests. */
export function sentenceText(vocabulary: Vocabulary, entry: AuditEntry, names: Names): string {
  const { actor, action, target, rest } = sentenceOf(vocabulary, entry, names);
  return [actor, action, target?.name, rest].filter(Boolean).join(" ");
}

/** Null for an entry that is about nothing. */
export function targetOf({ target: id, target_name: name }: AuditEntry): Target | null {
  return id === "" ? null : { id, name: name === "" ? id : name };
}

function phraseOf(vocabulary: Vocabulary, entry: AuditEntry, names: Names): Phrase {
  const words = vocabulary.verbs.get(entry.verb);
  if (!words) return unknownPhrase(entry);
  const isOwn = entry.actor !== "" && entry.actor === entry.target;
  return words.phrase({ entry, isOwn, changes: changesOf(vocabulary, entry, names), names });
}

/** Of a verb that a newer server wrote. */
function unknownPhrase({ verb, target }: AuditEntry): Phrase {
  return target === "" ? withoutTarget(`did “${verb}”`) : withTarget(`did “${verb}” to`);
}

function actorText({ verbs }: Vocabulary, { actor, verb }: AuditEntry): string {
  if (actor === "") return verbs.get(verb)?.nobody ?? "Somebody";
  return actor === MASTER_KEY_USERNAME ? "The master key" : actor;
}

/** The changed keys of an entry; of a thing made or deleted, those that say something. */
export function changesOf(
  { verbs }: Vocabulary,
  { verb, before, after }: Pick<AuditEntry, "verb" | "before" | "after">,
  names: Names,
): Change[] {
  const keys = verbs.get(verb)?.keys ?? {};
  const isWhole = before === null || after === null;
  const changed = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return changed
    .filter((key) => !isWhole || saysSomething(keys[key], before?.[key] ?? after?.[key]))
    .map((key) => ({
      key,
      label: keys[key]?.label ?? capitalised(key.replaceAll("_", " ")),
      ...valuesOf(keys[key], { before: before?.[key], after: after?.[key], isWhole }, names),
    }));
}

function valuesOf(
  words: KeyWords | undefined,
  { before, after, isWhole }: { before: unknown; after: unknown; isWhole: boolean },
  names: Names,
): Pick<Change, "before" | "after" | "moves"> {
  if (!words?.moves) return { before: valueText(words, before), after: valueText(words, after) };
  const { added, removed } = words.moves(before, after);
  const moves = { added: textsOf(added, names), removed: textsOf(removed, names) };
  if (!isWhole) return { before: null, after: null, moves };
  return { before: listText(moves.removed), after: listText(moves.added) };
}

function textsOf(parts: readonly PartWords[], names: Names): string[] {
  return parts.map((words, index) => words(index < MOST_PARTS ? names : namesUnknown));
}

function listText(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : formatSome(parts, MOST_PARTS);
}

export const namesUnknown: Names = {
  group: () => null,
  role: () => null,
  gateway: () => null,
};

/** The groups, roles and gateways that entries speak of by their ids. */
export function idsIn(vocabulary: Vocabulary, entries: readonly AuditEntry[]) {
  const groups = new Set<string>();
  const roles = new Set<string>();
  const gateways = new Set<string>();
  const names: Names = { group: noted(groups), role: noted(roles), gateway: noted(gateways) };
  for (const entry of entries) changesOf(vocabulary, entry, names);
  return { groups, roles, gateways };
}

function noted(ids: Set<string>): (id: string) => null {
  return (id) => {
    ids.add(id);
    return null;
  };
}

function saysSomething(words: KeyWords | undefined, value: unknown): boolean {
  if (words?.isPlain || value === false || value === "") return false;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}

function valueText(words: KeyWords | undefined, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (words?.value) return words.value(value);
  if (typeof value === "string") return value === "" ? NOTHING : `“${isolated(value)}”`;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

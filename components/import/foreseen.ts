/** What an import would do with each row of a draft, by the server's word. */
import type { ImportResult } from "@/lib/import/schema";
import { importColumns, type ImportColumn } from "./columns";
import { peopleIn, type Draft } from "./draft";

export const rowStates = [
  "wrong",
  "created",
  "invited",
  "updated",
  "unchanged",
  "left-out",
] as const;
export type RowState = (typeof rowStates)[number];

export interface Problem {
  /** Null for what is wrong with the row as such. */
  column: ImportColumn | null;
  message: string;
}

/** By the lines of the rows that were sent. */
export interface Foreseen {
  states: ReadonlyMap<number, RowState>;
  problems: ReadonlyMap<number, readonly Problem[]>;
  /** The usernames of those whose accounts would be changed. */
  updated: ReadonlyMap<number, string>;
}

export function foreseenOf(lines: readonly number[], { done, errors }: ImportResult): Foreseen {
  const states = new Map<number, RowState>();
  const problems = new Map<number, Problem[]>();
  const updated = new Map<number, string>();
  for (const { row, action, username } of done) {
    const line = lines[row];
    if (line === undefined) continue;
    states.set(line, action);
    if (action === "updated") updated.set(line, username);
  }
  for (const { row, path, message } of errors) {
    const line = lines[row];
    if (line === undefined) continue;
    states.set(line, "wrong");
    const found = problems.get(line) ?? [];
    problems.set(line, [...found, { column: columnOf(path), message }]);
  }
  return { states, problems, updated };
}

/** `user_group_ids.x` is about the cell of the groups. */
function columnOf(path: string): ImportColumn | null {
  const [key] = path.split(".");
  return importColumns.find((column) => column === key) ?? null;
}

/** Undefined for a row that was put back and not asked about yet. */
export function stateOf(
  { leftOut }: Pick<Draft, "leftOut">,
  { states }: Foreseen,
  line: number,
): RowState | undefined {
  return leftOut.has(line) ? "left-out" : states.get(line);
}

export type Counts = Record<RowState, number>;

export function countStates(draft: Draft, foreseen: Foreseen): Counts {
  const counts: Counts = {
    wrong: 0,
    created: 0,
    invited: 0,
    updated: 0,
    unchanged: 0,
    "left-out": 0,
  };
  for (const { line } of peopleIn(draft)) {
    const state = stateOf(draft, foreseen, line);
    if (state !== undefined) counts[state] += 1;
  }
  return counts;
}

/** How many people an import would do something to. */
export function doneCount({
  created,
  invited,
  updated,
}: Omit<Counts, "wrong" | "left-out">): number {
  return created + invited + updated;
}

/** An import that is being prepared: the rows of a file, what their columns hold, and what was mended in them. */
import { roleOf } from "@/components/user/role-of";
import type { ImportMode } from "@/lib/import/values";
import { importColumns, mapColumn, recognise, type ImportColumn, type Mapping } from "./columns";
import { groupsIn } from "./groups-in";
import { isAddress, type Sheet, type SheetRow } from "./parse-sheet";

export interface Draft extends Sheet {
  mapping: Mapping;
  mode: ImportMode;
  /** The lines of rows that stay out. */
  leftOut: ReadonlySet<number>;
  /** Raised by every change of what would be sent. */
  revision: number;
  /** Raised by what changes all rows at once. */
  layout: number;
  /** Whether leaving would lose some work. */
  isEdited: boolean;
}

/** A row as the endpoint takes it. */
type ImportRow = Partial<Record<ImportColumn, string | readonly string[]>>;

export function newDraft(sheet: Sheet): Draft {
  return {
    ...sheet,
    mapping: mappingOf(sheet),
    mode: "create",
    leftOut: new Set(),
    revision: 0,
    layout: 0,
    isEdited: false,
  };
}

export function withHeader(draft: Draft, hasHeader: boolean): Draft {
  return laidOut({ ...draft, hasHeader, mapping: mappingOf({ ...draft, hasHeader }) });
}

export function withMapping(draft: Draft, index: number, column: ImportColumn | null): Draft {
  return laidOut({ ...draft, mapping: mapColumn(draft.mapping, index, column), isEdited: true });
}

export function withMode(draft: Draft, mode: ImportMode): Draft {
  return laidOut({ ...draft, mode });
}

export function withCell(draft: Draft, line: number, column: ImportColumn, text: string): Draft {
  const index = draft.mapping.indexOf(column);
  const rows = draft.rows.map((row) =>
    row.line === line ? { line, cells: row.cells.with(index, text) } : row,
  );
  return edited({ ...draft, rows });
}

export function withLeftOut(draft: Draft, lines: readonly number[], isLeftOut: boolean): Draft {
  const leftOut = new Set(draft.leftOut);
  for (const line of lines) {
    if (isLeftOut) leftOut.add(line);
    else leftOut.delete(line);
  }
  return edited({ ...draft, leftOut });
}

/** Without the row that names the columns. */
export function peopleIn({ rows, hasHeader }: Sheet): readonly SheetRow[] {
  return hasHeader ? rows.slice(1) : rows;
}

/** The columns that are imported, as they are shown. */
export function columnsIn({ mapping }: Pick<Draft, "mapping">): readonly ImportColumn[] {
  return importColumns.filter((column) => mapping.includes(column));
}

/** What is sent, and the line of each of its rows. */
export function toSend(draft: Draft): { lines: number[]; rows: ImportRow[] } {
  const sent = peopleIn(draft).filter(({ line }) => !draft.leftOut.has(line));
  return {
    lines: sent.map(({ line }) => line),
    rows: sent.map(({ cells }) => rowOf(cells, draft.mapping)),
  };
}

/** An empty cell changes nothing. */
function rowOf(cells: readonly string[], mapping: Mapping): ImportRow {
  const row: ImportRow = {};
  for (const [index, column] of mapping.entries()) {
    const text = cells[index] ?? "";
    if (column !== null && text.trim() !== "") row[column] = readers[column](text);
  }
  return row;
}

const readers: Record<ImportColumn, (text: string) => string | readonly string[]> = {
  username: (text) => text,
  display_name: (text) => text,
  platform_role_id: (text) => roleOf(text) ?? text.trim(),
  user_group_ids: groupsIn,
  // Blanks may be a part of it.
  password: (text) => text,
};

/** Where no header names it, the username is in the first column that has addresses. */
function mappingOf(sheet: Sheet): Mapping {
  const [first] = sheet.rows;
  const [person] = peopleIn(sheet);
  if (!first || !person) return [];
  const mapping = sheet.hasHeader ? recognise(first.cells) : first.cells.map(() => null);
  if (mapping.includes("username")) return mapping;
  const index = person.cells.findIndex((cell, at) => mapping[at] === null && isAddress(cell));
  return index === -1 ? mapping : mapColumn(mapping, index, "username");
}

function laidOut(draft: Draft): Draft {
  return { ...draft, revision: draft.revision + 1, layout: draft.layout + 1 };
}

function edited(draft: Draft): Draft {
  return { ...draft, revision: draft.revision + 1, isEdited: true };
}

/** The rows of a CSV text. */
import Papa from "papaparse";
import { withoutGuard } from "@/lib/csv";
import { formatNumber } from "@/lib/format";
import { MAX_ROWS } from "@/lib/import/values";
import { recognisedCount } from "./columns";

export interface SheetRow {
  /** As sheets count them, from 1. */
  line: number;
  cells: readonly string[];
}

/** All rows that are not empty, all of the same length. */
export interface Sheet {
  rows: readonly SheetRow[];
  hasHeader: boolean;
}

type Parsed = { sheet: Sheet } | { fault: string };

const delimiters = [",", ";", "\t"];

export function parseSheet(text: string): Parsed {
  const { data } = Papa.parse<string[]>(...withDelimiter(text.replace(/^\uFEFF/, "")));
  const written = data
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const width = written.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const rows = written.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, index) => withoutGuard(cells[index] ?? "")),
  }));
  const hasHeader = isHeader(rows);
  const count = rows.length - (hasHeader ? 1 : 0);
  if (rows.length === 0) return { fault: "There is nothing in it." };
  if (count === 0) return { fault: "There is no row below the names of the columns." };
  if (count > MAX_ROWS) {
    return {
      fault: `It has ${formatNumber(count)} rows. At most ${formatNumber(MAX_ROWS)} can be imported at once: split it.`,
    };
  }
  return { sheet: { rows, hasHeader } };
}

/** Spreadsheets name the delimiter in a line of its own; else columns that have a known name tell it best. */
function withDelimiter(text: string): [string, { delimiter: string; delimitersToGuess: string[] }] {
  const [line, named] = /^sep=(.)(?=\r?\n)/i.exec(text) ?? [];
  if (line !== undefined && named !== undefined) {
    // The line stays, empty: rows are counted as the sheet counts them.
    return [text.slice(line.length), { delimiter: named, delimitersToGuess: delimiters }];
  }
  const counts = delimiters.map((delimiter) => {
    const [first = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return recognisedCount(first);
  });
  const most = Math.max(...counts);
  const delimiter = most === 0 ? "" : (delimiters[counts.indexOf(most)] ?? "");
  return [text, { delimiter, delimitersToGuess: delimiters }];
}

/** It names a column, or has no address where the rows below it have one. */
function isHeader([first, second]: readonly SheetRow[]): boolean {
  if (!first) return false;
  if (recognisedCount(first.cells) > 0) return true;
  return !first.cells.some(isAddress) && second?.cells.some(isAddress) === true;
}

export function isAddress(cell: string): boolean {
  return cell.includes("@");
}

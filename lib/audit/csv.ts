import "server-only";
import Papa from "papaparse";
import type { AuditEntry } from "./schema";

const columns = [
  "id",
  "at",
  "actor",
  "verb",
  "target_type",
  "target",
  "target_name",
  "ip",
  "user_agent",
  "request_id",
  "before",
  "after",
] as const satisfies (keyof AuditEntry)[];

/** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
const options: Papa.UnparseConfig = { escapeFormulae: /^[=+\-@\t\r].*$/s, newline: "\r\n" };

/** CSV (RFC 4180), a batch at a time. */
export async function* csvText(batches: AsyncIterable<AuditEntry[]>) {
  let header: string[][] = [[...columns]];
  for await (const batch of batches) {
    const rows = [...header, ...batch.map(cells)];
    if (rows.length > 0) yield line(rows);
    header = [];
  }
}

function line(cellsOfRows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    cellsOfRows.map((row) => [...row]),
    options,
  )}\r\n`;
}

function cells(entry: AuditEntry): string[] {
  return columns.map((column) => {
    const value = entry[column];
    if (value === null) return "";
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}

export function wantsCsv(request: Request): boolean {
  return /\btext\/csv\b/i.test(request.headers.get("accept") ?? "");
}

/** Beside the headers that every answer carries. */
export const csvHeaders = {
  "Content-Type": "text/csv; charset=utf-8",
  "Content-Disposition": 'attachment; filename="audit.csv"',
};

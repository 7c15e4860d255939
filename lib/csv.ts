/** How our CSV files are written (RFC 4180), on the server and in the browser. */

/** Begins a file: else spreadsheets take UTF-8 for an encoding of their own. */
export const CSV_START = "\uFEFF";

/**
 * For papaparse. Cells that a spreadsheet would take for a formula begin with an apostrophe, and so do those that look
 * like such a cell already: what was guarded has one apostrophe more.
 */
export const csvOptions = { escapeFormulae: /^'*[=+\-@\t\r].*$/s, newline: "\r\n" };

/** A cell as it was before `csvOptions` guarded it. */
export function withoutGuard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

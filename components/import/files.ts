/** The files that the page of the import hands out. */
import Papa from "papaparse";
import { CSV_START, csvOptions } from "@/lib/csv";
import type { DoneRow } from "@/lib/import/schema";

export function exampleCsv(): string {
  return csvOf([
    ["username", "display_name", "role", "groups"],
    ["ada@example.com", "Ada Osei", "Platform user", "Engineering; Berlin"],
    ["grace@example.com", "Grace Lindqvist", "Service user", "Engineering"],
    ["backup-bot", "", "", ""],
  ]);
}

/** Of those for whom one was made. */
export function passwordsCsv(done: readonly Pick<DoneRow, "username" | "password">[]): string {
  const made = done.filter(({ password }) => password !== "");
  return csvOf([
    ["username", "password"],
    ...made.map(({ username, password }) => [username, password]),
  ]);
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return `${CSV_START}${Papa.unparse(
    rows.map((row) => [...row]),
    csvOptions,
  )}\r\n`;
}

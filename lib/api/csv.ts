import "server-only";
import Papa from "papaparse";
import { CSV_START, csvOptions } from "@/lib/csv";
import type { CsvAlternative } from "./contract";
import { isRecord } from "@/lib/wire";
import { textStream } from "./stream";

/** The whole selection as a file (RFC 4180), a batch at a time, each item through its schema. */
export async function csvResponse(
  alternative: CsvAlternative,
  batches: AsyncIterable<unknown[]>,
  headers: Record<string, string>,
): Promise<Response> {
  return new Response(await textStream(csvText(alternative, batches)), {
    headers: {
      ...headers,
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${alternative.filename}.csv"`,
    },
  });
}

async function* csvText(alternative: CsvAlternative, batches: AsyncIterable<unknown[]>) {
  const { item, columns } = alternative;
  let start = CSV_START;
  let header = [[...columns]];
  for await (const batch of batches) {
    const rows = [...header, ...batch.map((each) => cellsOf(alternative, item.parse(each)))];
    if (rows.length > 0) yield `${start}${Papa.unparse(rows, csvOptions)}\r\n`;
    start = "";
    header = [];
  }
}

function cellsOf({ columns, sets = [] }: CsvAlternative, item: Record<string, unknown>): string[] {
  return columns.map((column) => {
    const value = item[column];
    if (value === null) return "";
    if (sets.includes(column) && isRecord(value)) return Object.keys(value).join(";");
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}

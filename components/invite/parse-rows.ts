/** Whom a CSV file invites to what. */
import Papa from "papaparse";
import { roleOf } from "@/components/user/role-of";
import { inviteAddress } from "@/lib/invite/address";
import type { InviteRole } from "@/lib/invite/wanted";
import type { PlatformRole } from "@/lib/permissions";

export interface FileRow {
  /** As sheets count them: the columns' names are row 1. */
  row: number;
  email: string;
  role: InviteRole | undefined;
  /** Names or ids. */
  groups: readonly string[];
}

export interface WrongRow {
  row: number;
  text: string;
  problem: string;
}

export interface ParsedRows {
  rows: readonly FileRow[];
  wrong: readonly WrongRow[];
  /** Why nothing of the file can be read. */
  fault: string | null;
}

/** @param refusalOf says why a role may not be given, or null */
type RefusalOf = (role: PlatformRole) => string | null;

const columnNames = {
  email: ["email", "e-mail", "mail", "email address", "e-mail address", "address", "user_email"],
  role: ["role", "platform_role_id"],
  groups: ["groups", "group", "user_group_ids"],
} as const;
type Column = keyof typeof columnNames;

/** The rows of a file with the columns email, role and groups, the latter two of which may be missing or empty. */
export function parseRows(text: string, refusalOf: RefusalOf): ParsedRows {
  const [header = [], ...lines] = cellsOf(text);
  const columns = columnsOf(header);
  if (columns.email === -1) {
    const fault =
      "There is no column “email”. The first row names the columns: email, role, groups.";
    return { rows: [], wrong: [], fault };
  }
  const read = lines.map((cells, index) => readRow({ cells, columns, row: index + 2 }, refusalOf));
  const rows = read.flatMap((each) => ("problem" in each ? [] : each));
  const wrong = read.flatMap((each) => ("problem" in each ? each : []));
  const contradicting = contradictionsIn(rows);
  const fault = read.length === 0 ? "There is no row below the names of the columns." : null;
  return {
    rows: rows.filter(({ row }) => !contradicting.some((each) => each.row === row)),
    wrong: [...wrong, ...contradicting].sort((a, b) => a.row - b.row),
    fault,
  };
}

/** The file without the rows in which something is wrong. */
export function withoutWrongRows(text: string, { wrong }: Pick<ParsedRows, "wrong">): string {
  const bad = new Set(wrong.map(({ row }) => row));
  return Papa.unparse(cellsOf(text).filter((_cells, index) => !bad.has(index + 1)));
}

function cellsOf(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" }).data;
}

function columnsOf(header: readonly string[]): Record<Column, number> {
  const indexOf = (column: Column) =>
    header.findIndex((name) =>
      columnNames[column].some((known) => known === name.trim().toLowerCase()),
    );
  return { email: indexOf("email"), role: indexOf("role"), groups: indexOf("groups") };
}

interface Cells {
  cells: readonly string[];
  columns: Record<Column, number>;
  row: number;
}

function readRow({ cells, columns, row }: Cells, refusalOf: RefusalOf): FileRow | WrongRow {
  const cell = (column: Column) => cells[columns[column]]?.trim() ?? "";
  const email = inviteAddress.safeParse(cell("email"));
  const wrong = (problem: string): WrongRow => ({ row, text: cells.join(", "), problem });
  if (cell("email") === "") return wrong("There is no address in it.");
  if (!email.success) {
    return wrong(`“${cell("email")}” is not an e-mail address such as ada@example.com.`);
  }
  const groups = [
    ...new Set(
      cell("groups")
        .split(";")
        .map((name) => name.trim()),
    ),
  ].filter(Boolean);
  const written = cell("role");
  if (written === "") return { row, email: email.data, role: undefined, groups };
  const role = roleOf(written);
  if (role === undefined) return wrong(`There is no role “${written}”.`);
  const refusal = refusalOf(role);
  if (role === "super-admin" || refusal !== null) {
    return wrong(refusal ?? "This role cannot be given.");
  }
  return { row, email: email.data, role, groups };
}

/** Addresses that stand there twice, with another role or other groups. */
function contradictionsIn(rows: readonly FileRow[]): WrongRow[] {
  const first = new Map<string, FileRow>();
  return rows.flatMap((each) => {
    const before = first.get(each.email);
    if (!before) first.set(each.email, each);
    if (!before || isSame(before, each)) return [];
    const problem = `Row ${before.row} has this address with another role or other groups.`;
    return [{ row: each.row, text: each.email, problem }];
  });
}

function isSame(one: FileRow, other: FileRow): boolean {
  return (
    one.role === other.role &&
    JSON.stringify(one.groups.toSorted()) === JSON.stringify(other.groups.toSorted())
  );
}

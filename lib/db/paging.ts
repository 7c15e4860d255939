import "server-only";
import type { Db } from "./client";
import { Prisma, rows } from "./sql";

/** Up to here a total is counted; above it PostgreSQL's own estimate is given. */
export const EXACT_TOTAL = 10_000;

export interface Total {
  total: number;
  isEstimate: boolean;
}

/**
 * How many rows a statement selects: counted up to {@link EXACT_TOTAL}, above it an estimate.
 * @param selection a `FROM … WHERE …` clause
 * @param estimate PostgreSQL's own, where none is given
 */
export async function countUpTo(db: Db, selection: Prisma.Sql, estimate?: number): Promise<Total> {
  const count = await cappedCount(db, selection);
  if (count <= EXACT_TOTAL) return totalOf(count, 0);
  return totalOf(count, estimate ?? (await estimateRows(db, selection)));
}

async function cappedCount(db: Db, selection: Prisma.Sql): Promise<number> {
  const [row] = await rows<{ count: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS count FROM (SELECT 1 ${selection} LIMIT ${EXACT_TOTAL + 1}) AS capped`,
  );
  return row?.count ?? 0;
}

/** What a count that may have stopped above {@link EXACT_TOTAL} says about all of them. */
export function totalOf(count: number, estimate: number): Total {
  if (count <= EXACT_TOTAL) return { total: count, isEstimate: false };
  return { total: Math.max(estimate, count), isEstimate: true };
}

/** How far an estimate must be above {@link EXACT_TOTAL} to be believed: a sample never errs that much. */
export const CERTAIN = 4 * EXACT_TOTAL;

/**
 * The total of a selection by one condition at most, from its estimate where that leaves no doubt that more than
 * {@link EXACT_TOTAL} rows match, even if every row that changed since the last ANALYZE was one of them.
 */
export async function totalByStatistics(
  db: Db,
  { table, selection, estimate }: { table: string; selection: Prisma.Sql; estimate: number },
): Promise<Total> {
  const isCertain = estimate >= CERTAIN && estimate - (await changesOf(db, table)) >= CERTAIN;
  return isCertain
    ? { total: estimate, isEstimate: true }
    : totalOf(await cappedCount(db, selection), estimate);
}

async function changesOf(db: Db, table: string): Promise<number> {
  const [row] = await rows<{ changes: number }>(
    db,
    Prisma.sql`SELECT pg_stat_get_mod_since_analyze(${`"${table}"`}::regclass)::float8 AS changes`,
  );
  return row?.changes ?? Infinity;
}

interface Plan {
  "QUERY PLAN": { Plan: { "Plan Rows": number } }[];
}

/** PostgreSQL's own estimate, which visits no row. */
export async function estimateRows(db: Db, selection: Prisma.Sql): Promise<number> {
  const [plan] = await rows<Plan>(db, Prisma.sql`EXPLAIN (FORMAT JSON) SELECT 1 ${selection}`);
  return plan?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}

export interface PageRequest {
  page: number;
  per_page: number;
}

/** The page shape of the wire. */
export function toPage<T>(
  data: T[],
  { page, per_page }: PageRequest,
  { total, isEstimate }: Total,
) {
  const pages = { page, per_page, total, total_pages: Math.ceil(total / per_page) };
  return { data, ...pages, ...(isEstimate && { total_is_estimate: true as const }) };
}

export function offsetOf({ page, per_page }: PageRequest): number {
  return (page - 1) * per_page;
}

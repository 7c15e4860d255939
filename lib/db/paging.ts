import "server-only";
import { rows, Prisma } from "./sql";
import type { Db } from "./client";

/** Up to here a total is counted; above it PostgreSQL's own estimate is given. */
export const EXACT_TOTAL = 10_000;

export interface Total {
  total: number;
  isEstimate: boolean;
}

/**
 * How many rows a statement selects, without ever visiting many more than {@link EXACT_TOTAL}.
 * @param selection a `FROM … WHERE …` clause
 * @param estimated the same selection, where another wording is the better one for the estimate
 */
export async function countUpTo(
  db: Db,
  selection: Prisma.Sql,
  estimated = selection,
): Promise<Total> {
  const [row] = await rows<{ count: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS count FROM (SELECT 1 ${selection} LIMIT ${EXACT_TOTAL + 1}) AS capped`,
  );
  const count = row?.count ?? 0;
  if (count <= EXACT_TOTAL) return { total: count, isEstimate: false };
  return { total: Math.max(await estimate(db, estimated), count), isEstimate: true };
}

interface Plan {
  "QUERY PLAN": { Plan: { "Plan Rows": number } }[];
}

async function estimate(db: Db, selection: Prisma.Sql): Promise<number> {
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

// Looks at the database from outside: what it holds, and how many statements were sent to it.
import pg from "pg";
import { vi } from "vitest";
import { database } from "@/lib/db/client";

/** Times that a mere look may move, and counters that exist to change. */
const UNIMPORTANT = ["lastSeenAt", "expiresAt", "lastUsedAt", "lastLoginAt"];

/**
 * A text that changes with every row of every table, but for throttles and times of last use.
 * @param without tables that may change
 */
export async function fingerprint(without: string[] = []): Promise<string> {
  const { rows } = await database().pool.query<{ table: string }>(
    `SELECT tablename AS "table" FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1)`,
    [["Throttle", "_prisma_migrations", ...without]],
  );
  const parts = rows.map(
    ({ table }) =>
      `SELECT '${table} ' || md5(coalesce(string_agg(h, '' ORDER BY h), '')) AS part
       FROM (SELECT md5((to_jsonb(t) - $1::text[])::text) AS h FROM "${table}" t) x`,
  );
  const found = await database().pool.query<{ part: string }>(parts.join(" UNION ALL "), [
    UNIMPORTANT,
  ]);
  return found.rows
    .map(({ part }) => part)
    .sort()
    .join("\n");
}

/** The statements that the driver sent while `work` ran. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return spy.mock.calls.map(([first]: unknown[]) => textOf(first));
  } finally {
    spy.mockRestore();
  }
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  if (typeof query === "object" && query !== null && "text" in query) return String(query.text);
  return "";
}

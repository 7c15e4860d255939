// Makes races certain: another transaction that holds what a call needs until the test lets go.
import pg from "pg";
import { env } from "@/lib/env";
import { database } from "@/lib/db/client";

/** Runs a statement in a transaction of its own that stays open. */
export async function holding(sql: string, values: unknown[] = [], url = env().DATABASE_URL) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("BEGIN");
  await client.query(sql, values);
  const end = async (how: "COMMIT" | "ROLLBACK") => {
    await client.query(how);
    await client.end();
  };
  return { commit: () => end("COMMIT"), rollback: () => end("ROLLBACK") };
}

/** For what will never wait, not for a slow machine. */
const LIMIT_MS = 60_000;

/** Returns once `count` statements wait for a lock. */
export async function untilBlocked(count = 1): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    const { rows } = await database().pool.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
  }
  throw new Error(
    `Fewer than ${String(count)} statements wait for a lock after ${String(LIMIT_MS)} ms.`,
  );
}

import "server-only";
import type { Db } from "@/lib/db/client";

/**
 * Makes the database put something on its disk, which it forgets at once: rows that do not fit into its memory.
 * @throws where there is no room
 */
export async function touchDisk(db: Db): Promise<void> {
  await db.$queryRaw`
    SELECT count(*) FROM set_config('work_mem', '64kB', true) AS memory,
      LATERAL generate_series(1, 10000 + 0 * length(memory))`;
}

/** Raw, because the table of migrations is none of Prisma's models. */
export async function isMigrated(db: Db): Promise<boolean> {
  const [table] = await db.$queryRaw<{ isThere: boolean }[]>`
    SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "isThere"`;
  if (!table?.isThere) return false;
  const unfinished = await db.$queryRaw<object[]>`
    SELECT 1 FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL LIMIT 1`;
  return unfinished.length === 0;
}

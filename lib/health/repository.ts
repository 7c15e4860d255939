import "server-only";
import type { Db } from "@/lib/db/client";

/** Raw, because the table of migrations is none of Prisma's models. */
export async function hasUnfinishedMigration(db: Db): Promise<boolean> {
  const found = await db.$queryRaw<object[]>`
    SELECT 1 FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL LIMIT 1`;
  return found.length > 0;
}

import "server-only";
import type { Db } from "./client";
import { keyRead, Prisma } from "./sql";

/** Tables whose rows triggers count, statement by statement. */
const counted = ["User", "AccessToken", "AuditEntry", "ClientConfig"] as const;
export type CountedTable = (typeof counted)[number];

export function isCounted(table: string): table is CountedTable {
  return counted.some((name) => name === table);
}

/** How many rows a table has, exactly, whatever their number. */
export async function rowCountOf(db: Db, table: CountedTable): Promise<number> {
  const [row] = await keyRead<{ count: number }>(
    db,
    Prisma.sql`SELECT coalesce(sum("change"), 0)::float8 AS count FROM "RowCount" WHERE "tableName" = ${table}`,
  );
  return row?.count ?? 0;
}

/** Sums up what was counted so far: one row for each table remains, and what transactions are about to add. */
export async function sumUpRowCounts(db: Db): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    WITH summed AS (DELETE FROM "RowCount" RETURNING "tableName", "change")
    INSERT INTO "RowCount" ("tableName", "change")
    SELECT "tableName", sum("change") FROM summed GROUP BY "tableName"`);
}

import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import type { Total } from "@/lib/db/paging";
import { Prisma, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";
import { reachesNetwork } from "@/lib/reach/statements";
import { searchCondition } from "./page-repository";
import { toStored, userColumns, type StoredUser, type UserRow } from "./repository";

/** Users of a network: who reach it, or service users who do not by any group. */
export type NetworkUsers = "reaching" | "unassigned";

function conditionOf(kind: NetworkUsers, network: string): Prisma.Sql {
  const reaches = reachesNetwork(Prisma.sql`t."id"`, [network]);
  return kind === "reaching"
    ? reaches
    : Prisma.sql`(t."platformRoleId" = 'service-user' AND NOT ${reaches})`;
}

const BATCH = 1000;

/** By username, in keyset batches of 1,000. */
export async function* findBatches(
  db: Db,
  kind: NetworkUsers,
  network: string,
  now: Date,
): AsyncGenerator<StoredUser[]> {
  let last = "";
  for (;;) {
    const found = await rows<UserRow>(
      db,
      Prisma.sql`SELECT ${userColumns(now)} FROM "User" t
        WHERE t."username" > ${last} AND ${conditionOf(kind, network)}
        ORDER BY t."username" LIMIT ${BATCH}`,
    );
    yield found.map(toStored);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end.username;
  }
}

interface Page {
  page: number;
  per_page: number;
  q?: string | undefined;
  role?: PlatformRole[] | undefined;
}

export async function findPage(
  db: Db,
  kind: NetworkUsers,
  network: string,
  query: Page,
  now: Date,
): Promise<{ users: StoredUser[]; total: Total }> {
  const { q = "", role } = query;
  const { rows: found, total } = await findListed<UserRow>(db, {
    ...query,
    table: "User",
    key: Prisma.sql`"username"`,
    sortedBy: Prisma.sql`"username"`,
    order: "asc",
    columns: userColumns(now),
    conditions: [
      conditionOf(kind, network),
      ...(q === "" ? [] : [searchCondition(q)]),
      ...(role ? [Prisma.sql`t."platformRoleId" = ANY(${role})`] : []),
    ],
  });
  return { users: found.map(toStored), total };
}

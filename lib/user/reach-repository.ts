import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import type { Total } from "@/lib/db/paging";
import { Prisma, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";
import { findGroupsGranting, type GroupSize } from "@/lib/reach/repository";
import { isInOneOf, listOfMembers } from "./membership-repository";
import { searchCondition } from "./page-repository";
import { toStored, userColumns, type StoredUser, type UserRow } from "./repository";

/** Users of a network: who reach it, or service users who do not by any group. */
export type NetworkUsers = "reaching" | "unassigned";

/** @param groups those that grant something there */
function conditionOf(kind: NetworkUsers, groups: readonly GroupSize[]): Prisma.Sql {
  const reaches = isInOneOf(groups);
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
  const condition = conditionOf(kind, await findGroupsGranting(db, [network]));
  let last = "";
  for (;;) {
    const found = await rows<UserRow>(
      db,
      Prisma.sql`SELECT ${userColumns(now)} FROM "User" t
        WHERE t."username" > ${last} AND ${condition}
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
  const groups = await findGroupsGranting(db, [network]);
  const filters = [
    ...(q === "" ? [] : [searchCondition(q)]),
    ...(role ? [Prisma.sql`t."platformRoleId" = ANY(${role})`] : []),
  ];
  const isAlone = kind === "reaching" && filters.length === 0;
  const { rows: found, total } = await findListed<UserRow>(db, {
    ...query,
    table: "User",
    key: Prisma.sql`"username"`,
    sortedBy: Prisma.sql`"username"`,
    order: "asc",
    columns: userColumns(now),
    conditions: [conditionOf(kind, groups), ...filters],
    ...(isAlone && (await listOfMembers(db, groups))),
  });
  return { users: found.map(toStored), total };
}

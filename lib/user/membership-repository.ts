/**
 * Users by the groups that they are in. Groups are found first, and named in the statement that finds users: only
 * then does PostgreSQL know how many rows to expect, which decides how it finds a page of them.
 */
import "server-only";
import type { Db } from "@/lib/db/client";
import { EXACT_TOTAL, totalOf, type Total } from "@/lib/db/paging";
import { rowCountOf } from "@/lib/db/row-count";
import { Prisma, rows } from "@/lib/db/sql";
import type { GroupSize } from "@/lib/reach/repository";

/** Whether a user (`t`) is in one of these groups. */
export function isInOneOf(groups: readonly GroupSize[]): Prisma.Sql {
  return Prisma.sql`EXISTS (${membershipIn(groups)})`;
}

/** What a list needs to know of the users who are in one of these groups, whatever else they are. */
export async function listOfMembers(db: Db, groups: readonly GroupSize[]) {
  return {
    // `OFFSET 0` has it asked of one user after the other, until the page is full.
    conditions: [Prisma.sql`EXISTS (${membershipIn(groups)} OFFSET 0)`],
    conditionsOfFew: [isInOneOf(groups)],
    known: await countMembers(db, groups),
  };
}

function membershipIn(groups: readonly GroupSize[]): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 FROM "GroupMember" m WHERE m."userId" = t."id" AND m."groupId" = ANY(${idsOf(groups)})`;
}

function idsOf(groups: readonly GroupSize[]): string[] {
  return groups.map(({ id }) => id);
}

/** How many users are in one of these groups: known of a single one, else counted up to {@link EXACT_TOTAL}. */
async function countMembers(db: Db, groups: readonly GroupSize[]): Promise<Total> {
  const [only = { memberCount: 0 }, ...others] = groups;
  if (others.length === 0) return { total: only.memberCount, isEstimate: false };
  const estimate = await estimateMembers(db, groups);
  const isCertain = groups.some(({ memberCount }) => memberCount > EXACT_TOTAL);
  return totalOf(isCertain ? EXACT_TOTAL + 1 : await cappedCount(db, groups), estimate);
}

/** As many as there are when who is in one group is no likelier to be in another. */
async function estimateMembers(db: Db, groups: readonly GroupSize[]): Promise<number> {
  const all = Math.max(1, await rowCountOf(db, "User"));
  const outside = groups.reduce((share, { memberCount }) => share * (1 - memberCount / all), 1);
  return Math.round(all * (1 - outside));
}

async function cappedCount(db: Db, groups: readonly GroupSize[]): Promise<number> {
  const [row] = await rows<{ count: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS count FROM (
      SELECT DISTINCT m."userId" FROM "GroupMember" m WHERE m."groupId" = ANY(${idsOf(groups)})
      LIMIT ${EXACT_TOTAL + 1}) AS capped`,
  );
  return row?.count ?? 0;
}

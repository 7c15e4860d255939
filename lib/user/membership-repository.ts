/** What lists need to know to find a page of holders, and how many holders there are. */
import "server-only";
import type { Db } from "@/lib/db/client";
import { SET_SIZE } from "@/lib/db/list";
import { countUpTo, estimateRows, EXACT_TOTAL, totalOf, type Total } from "@/lib/db/paging";
import { rowCountOf } from "@/lib/db/row-count";
import { Prisma, rows } from "@/lib/db/sql";
import type { GroupSize } from "@/lib/reach/repository";
import {
  holdings,
  idsOf,
  isAmong,
  isInOneOf,
  isOne,
  isOneOfFew,
  isOneOfIds,
  membershipsIn,
  ofFew,
  type Holders,
} from "./holders-repository";

/** The share of all users up to which it is faster to find all holders at once than to ask one user after the other. */
const FEW = 1 / 4;

interface Filters {
  /** What else is asked of a user (`t`). */
  filters: Prisma.Sql[];
  /** The same in a form that finds few users at once, where that is another one. */
  filtersOfFew?: Prisma.Sql[];
}

/** What a list needs to know of users who are among each of these holders, and are asked for other things as well. */
export async function listOfFiltered(
  db: Db,
  all: readonly Holders[],
  { filters, filtersOfFew = filters }: Filters,
) {
  const inGroups = all
    .filter(({ attached }) => attached.count === 0)
    .map(({ groups }) => isInOneOf(groups));
  const others = all.filter(({ attached }) => attached.count > 0);
  const plain = [...filters, ...inGroups];
  const plainOfFew = [...filtersOfFew, ...inGroups];
  if (others.length === 0) return { conditions: plain, conditionsOfFew: plainOfFew };

  const users = Math.max(1, await rowCountOf(db, "User"));
  const matches = plain.length === 0 ? users : await estimateRows(db, usersWho(plain));
  const totals = await Promise.all(others.map((holders) => countHolders(db, holders)));
  const shares = totals.map(({ total }) => Math.min(1, total / users));
  const each = others.map(isOne);
  const atOnce = others.map((holders, at) =>
    (shares[at] ?? 1) <= FEW ? isAmong(holders) : isOne(holders),
  );
  return {
    conditions: [...plain, ...each],
    conditionsOfFew: [...plainOfFew, ...(matches <= EXACT_TOTAL ? each : atOnce)],
    estimate: Math.round(shares.reduce((rest, share) => rest * share, matches)),
  };
}

interface Traits {
  /** What is asked of a user (`t`). */
  ofUser: Prisma.Sql[];
  /** The same of a membership (`m`), which has what is filtered by as well. */
  ofMembership: Prisma.Sql[];
}

/** As {@link listOfFiltered}, of holders with few attachments whose memberships tell whether they match. */
export async function listOfMembers(db: Db, holders: Holders, { ofUser, ofMembership }: Traits) {
  const { groups, attached } = holders;
  const traits = Prisma.join(ofMembership, " AND ");
  const members = Prisma.sql`SELECT m."userId" ${membershipsIn(idsOf(groups))} AND ${traits}`;
  const attachedWho = Prisma.sql`SELECT a."userId" FROM "GatewayAttachment" a
    JOIN "User" t ON t."id" = a."userId" WHERE ${attached.which} AND ${Prisma.join(ofUser, " AND ")}`;
  const ids = attached.count === 0 ? members : Prisma.sql`${members} UNION ALL ${attachedWho}`;
  const known = await countMatching(db, holders, {
    ofLargest: Prisma.sql`${membershipsIn([largestOf(groups).id])} AND ${traits}`,
    all: Prisma.sql`FROM (SELECT DISTINCT h."userId" FROM (${ids}) h) AS each`,
    estimated: usersWho([...ofUser, isInOneOf(groups)]),
  });
  return {
    conditions: [...ofUser, isOne(holders)],
    conditionsOfFew: [known.isEstimate ? Prisma.sql`t."id" IN (${ids})` : isOneOfIds(ids)],
    known,
  };
}

interface Selections {
  /** Those of the largest group alone: where they are too many to be counted, all are. */
  ofLargest: Prisma.Sql;
  all: Prisma.Sql;
  /** About the same as `all`, in a form by which PostgreSQL counts nobody twice. */
  estimated: Prisma.Sql;
}

async function countMatching(
  db: Db,
  { groups, attached }: Holders,
  { ofLargest, all, estimated }: Selections,
): Promise<Total> {
  const counted = await countUpTo(db, ofLargest);
  if (groups.length <= 1 && attached.count === 0) return counted;
  const estimate = await estimateRows(db, estimated);
  return counted.isEstimate
    ? { ...counted, total: Math.max(counted.total, estimate) }
    : countUpTo(db, all, estimate);
}

function usersWho(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`FROM "User" t WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** What a list needs to know of holders, whatever else they are. */
export async function listOfHolders(db: Db, holders: Holders) {
  const set = setOf(holders);
  return {
    conditions: [isOne(holders)],
    conditionsOfFew: [ofFew(holders)],
    ...(set ? { set } : { known: await countHolders(db, holders) }),
  };
}

/** All of them, where it takes no more to find them than to know how many they are. */
function setOf(holders: Holders) {
  const { groups, attached } = holders;
  const [atLeast, atMost] = [largestOf(groups).memberCount, atMostOf(holders)];
  const areMany = Math.max(atLeast, attached.count) > EXACT_TOTAL || atMost > SET_SIZE;
  if (areMany) return undefined;
  const values = Prisma.sql`SELECT h."userId" AS "id" FROM (${holdings(holders)}) h`;
  return { column: Prisma.sql`"id"`, values, atLeast, atMost };
}

/** As if nobody were in two groups, or attached and in one. */
function atMostOf({ groups, attached }: Holders): number {
  return groups.reduce((sum, { memberCount }) => sum + memberCount, attached.count);
}

/**
 * As {@link listOfHolders}, where they must be something as well that most users are. Nobody is attached twice.
 * @param most the condition on a user (`t`)
 */
export async function listOfMostHolders(db: Db, holders: Holders, most: Prisma.Sql) {
  const conditions = [most, isOne(holders)];
  const atMost = atMostOf(holders);
  return atMost <= EXACT_TOTAL
    ? { conditions, conditionsOfFew: [most, isOneOfFew(holders)], estimate: atMost }
    : {
        conditions,
        conditionsOfFew: [most, ofFew(holders)],
        known: await countMost(db, holders, most),
      };
}

async function countMost(db: Db, holders: Holders, most: Prisma.Sql): Promise<Total> {
  const { total } = await countHolders(db, holders);
  const all = usersWho([most, ofFew(holders)]);
  if (total <= EXACT_TOTAL) return countUpTo(db, all);
  const users = Math.max(1, await rowCountOf(db, "User"));
  const share = Math.min(1, (await estimateRows(db, usersWho([most]))) / users);
  const estimate = Math.round(total * share);
  // Where those alone that one source names are too many to be counted, all are.
  const ofLargest = await countUpTo(db, fromLargest(holders, most), estimate);
  return ofLargest.isEstimate ? ofLargest : countUpTo(db, all, estimate);
}

function fromLargest({ groups, attached }: Holders, most: Prisma.Sql): Prisma.Sql {
  const { id, memberCount } = largestOf(groups);
  const source =
    memberCount < attached.count
      ? Prisma.sql`"GatewayAttachment" a JOIN "User" t ON t."id" = a."userId" WHERE ${attached.which}`
      : Prisma.sql`"GroupMember" m JOIN "User" t ON t."id" = m."userId" WHERE m."groupId" = ${id}`;
  return Prisma.sql`FROM ${source} AND ${most}`;
}

function largestOf(groups: readonly GroupSize[]): GroupSize {
  const none = { id: "", memberCount: 0 };
  return groups.reduce((most, each) => (each.memberCount > most.memberCount ? each : most), none);
}

/** The condition for whoever goes through all holders, and whether they are too many to be found at once. */
export async function conditionOfAll(db: Db, holders: Holders) {
  const { total } = await countHolders(db, holders);
  const areMany = total > EXACT_TOTAL;
  return { condition: areMany ? isOne(holders) : ofFew(holders), areMany };
}

/** How many holders there are: known of the members of a single group, else counted up to {@link EXACT_TOTAL}. */
async function countHolders(db: Db, holders: Holders): Promise<Total> {
  const { groups, attached } = holders;
  const [only = { memberCount: 0 }, ...others] = groups;
  if (others.length + attached.count === 0) return { total: only.memberCount, isEstimate: false };
  const estimate = await estimateHolders(db, holders);
  const isCertain = groups.some(({ memberCount }) => memberCount > EXACT_TOTAL);
  return totalOf(isCertain ? EXACT_TOTAL + 1 : await cappedCount(db, holders), estimate);
}

/** As many as there are when who is in one group, or attached, is no likelier to be in another. */
async function estimateHolders(db: Db, { groups, attached }: Holders): Promise<number> {
  const all = Math.max(1, await rowCountOf(db, "User"));
  const counts = [...groups.map(({ memberCount }) => memberCount), Math.min(all, attached.count)];
  const outside = counts.reduce((share, count) => share * (1 - count / all), 1);
  return Math.round(all * (1 - outside));
}

async function cappedCount(db: Db, holders: Holders): Promise<number> {
  const [row] = await rows<{ count: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS count FROM (
      SELECT DISTINCT h."userId" FROM (${holdings(holders)}) h LIMIT ${EXACT_TOTAL + 1}) AS capped`,
  );
  return row?.count ?? 0;
}

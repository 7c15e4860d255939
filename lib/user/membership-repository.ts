/**
 * Users by the groups that they are in, and the gateways that they are attached to. Groups are found first, and named
 * in the statement that finds users: only then does PostgreSQL know how many rows to expect, which decides how it
 * finds a page of them.
 */
import "server-only";
import type { Db } from "@/lib/db/client";
import { countUpTo, estimateRows, EXACT_TOTAL, totalOf, type Total } from "@/lib/db/paging";
import { rowCountOf } from "@/lib/db/row-count";
import { Prisma, rows } from "@/lib/db/sql";
import { findGroupsGranting, type GroupSize } from "@/lib/reach/repository";

/** Whoever is in one of these groups, or has one of these attachments. */
export interface Holders {
  groups: readonly GroupSize[];
  attached: Attachments;
}

interface Attachments {
  /** Which attachments (`a`) they are. */
  which: Prisma.Sql;
  /** How many there are; an estimate where they are many. */
  count: number;
}

export const noAttachments: Attachments = { which: Prisma.sql`FALSE`, count: 0 };

/** @param which the condition on an attachment (`a`) */
export async function findAttachments(db: Db, which: Prisma.Sql): Promise<Attachments> {
  const { total } = await countUpTo(db, Prisma.sql`FROM "GatewayAttachment" a WHERE ${which}`);
  return { which, count: total };
}

/** Whoever reaches one of these networks. */
export async function holdersOfNetworks(db: Db, networks: readonly string[]): Promise<Holders> {
  const [groups, attached] = await Promise.all([
    findGroupsGranting(db, networks),
    findAttachments(db, Prisma.sql`a."networkId" = ANY(${[...networks]})`),
  ]);
  return { groups, attached };
}

/** Whether a user (`t`) is in one of these groups. */
export function isInOneOf(groups: readonly GroupSize[]): Prisma.Sql {
  return Prisma.sql`EXISTS (${membershipIn(groups)})`;
}

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

function usersWho(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`FROM "User" t WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** What a list needs to know of holders, whatever else they are. */
export async function listOfHolders(db: Db, holders: Holders) {
  return {
    conditions: [isOne(holders)],
    conditionsOfFew: [ofFew(holders)],
    known: await countHolders(db, holders),
  };
}

/**
 * As {@link listOfHolders}, where they must be something as well that most users are. Nobody is attached twice.
 * @param most the condition on a user (`t`)
 */
export async function listOfMostHolders(db: Db, holders: Holders, most: Prisma.Sql) {
  const conditions = [most, isOne(holders)];
  const atMost = holders.groups.reduce(
    (sum, { memberCount }) => sum + memberCount,
    holders.attached.count,
  );
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

function ofFew(holders: Holders): Prisma.Sql {
  return holders.attached.count === 0 ? isInOneOf(holders.groups) : isAmong(holders);
}

/** Asked of one user after the other (`OFFSET 0`), until there are enough. */
function isOne({ groups, attached }: Holders): Prisma.Sql {
  const isMember = Prisma.sql`EXISTS (
    SELECT 1 FROM (SELECT m."groupId" FROM "GroupMember" m WHERE m."userId" = t."id" OFFSET 0) m
    WHERE m."groupId" = ANY(${idsOf(groups)}))`;
  return attached.count === 0 ? isMember : Prisma.sql`(${isMember} OR ${isAttached(attached)})`;
}

/** Few are found at once, many looked for by the user. */
function isAttached({ which, count }: Attachments): Prisma.Sql {
  const attachment = Prisma.sql`FROM "GatewayAttachment" a WHERE ${which}`;
  return count <= EXACT_TOTAL
    ? Prisma.sql`t."id" IN (SELECT a."userId" ${attachment})`
    : Prisma.sql`EXISTS (SELECT 1 ${attachment} AND a."userId" = t."id" OFFSET 0)`;
}

/** Found all at once. That each is named once tells PostgreSQL how many users to expect. */
function isAmong(holders: Holders): Prisma.Sql {
  return Prisma.sql`t."id" IN (SELECT DISTINCT h."userId" FROM (${holdings(holders)}) h)`;
}

/** The same of few: the index over ids goes through them in its own order, which spares half of its pages. */
function isOneOfFew(holders: Holders): Prisma.Sql {
  return Prisma.sql`t."id" = ANY(ARRAY(${holdings(holders)}))`;
}

function holdings({ groups, attached }: Holders): Prisma.Sql {
  return Prisma.sql`
    SELECT m."userId" FROM "GroupMember" m WHERE m."groupId" = ANY(${idsOf(groups)})
    UNION ALL SELECT a."userId" FROM "GatewayAttachment" a WHERE ${attached.which}`;
}

function membershipIn(groups: readonly GroupSize[]): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 FROM "GroupMember" m WHERE m."userId" = t."id" AND m."groupId" = ANY(${idsOf(groups)})`;
}

function idsOf(groups: readonly GroupSize[]): string[] {
  return groups.map(({ id }) => id);
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

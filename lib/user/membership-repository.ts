/**
 * Users by the groups that they are in, and the gateways that they are attached to. Groups are found first, and named
 * in the statement that finds users: only then does PostgreSQL know how many rows to expect, which decides how it
 * finds a page of them.
 */
import "server-only";
import type { Db } from "@/lib/db/client";
import { countUpTo, EXACT_TOTAL, totalOf, type Total } from "@/lib/db/paging";
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

/** Up to here all holders are found at once; where there are more, users are asked one after the other. */
const FEW = 10 * EXACT_TOTAL;

/** What a list needs to know of holders, who are asked for other things as well. */
export async function conditionsOfHolders(db: Db, holders: Holders) {
  const { groups, attached } = holders;
  if (attached.count === 0) return { condition: isInOneOf(groups) };
  const { total } = await countHolders(db, holders);
  if (total <= FEW) return { condition: isAmong(holders) };
  const members = Math.max(0, ...groups.map(({ memberCount }) => memberCount));
  return {
    condition: isOne(holders),
    // Of either PostgreSQL knows how many there are, of both together it does not.
    toEstimate: members < attached.count ? isAttached(attached) : isInOneOf(groups),
  };
}

/** What a list needs to know of holders, whatever else they are. */
export async function listOfHolders(db: Db, holders: Holders) {
  return {
    conditions: [isOne(holders)],
    conditionsOfFew: [holders.attached.count === 0 ? isInOneOf(holders.groups) : isAmong(holders)],
    known: await countHolders(db, holders),
  };
}

/** The condition for whoever walks through all holders, batch by batch. */
export async function conditionOfAll(db: Db, holders: Holders): Promise<Prisma.Sql> {
  if (holders.attached.count === 0) return isInOneOf(holders.groups);
  const { total } = await countHolders(db, holders);
  return total <= EXACT_TOTAL ? isAmong(holders) : isOne(holders);
}

/** Asked of one user after the other (`OFFSET 0`), until there are enough. */
function isOne({ groups, attached }: Holders): Prisma.Sql {
  const isMember = Prisma.sql`EXISTS (${membershipIn(groups)} OFFSET 0)`;
  if (attached.count === 0) return isMember;
  return Prisma.sql`(${isMember} OR EXISTS (${attachmentOf(attached)} OFFSET 0))`;
}

/** Found all at once. That each is named once tells PostgreSQL how many users to expect. */
function isAmong(holders: Holders): Prisma.Sql {
  return Prisma.sql`t."id" IN (SELECT DISTINCT h."userId" FROM (${holdings(holders)}) h)`;
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

function attachmentOf({ which }: Attachments): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM "GatewayAttachment" a WHERE a."userId" = t."id" AND ${which}`;
}

function isAttached(attached: Attachments): Prisma.Sql {
  return Prisma.sql`EXISTS (${attachmentOf(attached)})`;
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

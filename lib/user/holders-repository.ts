/**
 * Users by the groups that they are in, and the gateways that they are attached to. Groups are found first, and named
 * in the statement that finds users: only then does PostgreSQL know how many rows to expect, which decides how it
 * finds a page of them.
 */
import "server-only";
import type { Db } from "@/lib/db/client";
import { countUpTo, EXACT_TOTAL } from "@/lib/db/paging";
import { Prisma } from "@/lib/db/sql";
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

/** In the form that finds few at once. */
export function ofFew(holders: Holders): Prisma.Sql {
  return holders.attached.count === 0 ? isInOneOf(holders.groups) : isAmong(holders);
}

/** Asked of one user after the other (`OFFSET 0`), until there are enough. */
export function isOne({ groups, attached }: Holders): Prisma.Sql {
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
export function isAmong(holders: Holders): Prisma.Sql {
  return Prisma.sql`t."id" IN (SELECT DISTINCT h."userId" FROM (${holdings(holders)}) h)`;
}

/** The same of few: the index over ids goes through them in its own order, which spares half of its pages. */
export function isOneOfFew(holders: Holders): Prisma.Sql {
  return isOneOfIds(holdings(holders));
}

export function isOneOfIds(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`t."id" = ANY(ARRAY(${ids}))`;
}

export function holdings({ groups, attached }: Holders): Prisma.Sql {
  return Prisma.sql`
    SELECT m."userId" FROM "GroupMember" m WHERE m."groupId" = ANY(${idsOf(groups)})
    UNION ALL SELECT a."userId" FROM "GatewayAttachment" a WHERE ${attached.which}`;
}

function membershipIn(groups: readonly GroupSize[]): Prisma.Sql {
  return Prisma.sql`SELECT 1 ${membershipsIn(idsOf(groups))} AND m."userId" = t."id"`;
}

export function membershipsIn(groupIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`FROM "GroupMember" m WHERE m."groupId" = ANY(${[...groupIds]})`;
}

export function idsOf(groups: readonly GroupSize[]): string[] {
  return groups.map(({ id }) => id);
}

import "server-only";
import type { Db } from "@/lib/db/client";
import { offsetOf, type PageRequest } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { ReachChange } from "./change";
import { asTheyAre, reachesAll, reachesOneOf, type ReachRows } from "./statements";
import { ALL_NETWORKS } from "./values";

export interface ChangedPerson {
  username: string;
  displayName: string;
  /** Networks, by their ids. */
  gains: string[];
  loses: string[];
}

export interface ReachDifference {
  /** How many people reach a network then that they do not reach now. */
  gain: number;
  lose: number;
  /** How many of them the filters let through. */
  total: number;
  /** One page of these, by username. */
  people: ChangedPerson[];
}

interface Filter extends PageRequest {
  side?: "gain" | "lose" | undefined;
  q?: string | undefined;
}

type Counts = Omit<ReachDifference, "people">;

/**
 * Who would reach more or fewer networks after a change. Raw, because the rows as they would be exist in this
 * statement only, and are asked what the stored ones are asked.
 */
export async function findDifference(
  db: Db,
  change: ReachChange,
  filter: Filter,
): Promise<ReachDifference> {
  const found = await rows<Counts & (ChangedPerson | { username: null })>(
    db,
    Prisma.sql`
    WITH ${rowsAsTheyWouldBe(change)}, ${whatChanges(change)}, ${people(change)},
    "chosen" AS MATERIALIZED (SELECT * FROM "people" t WHERE ${chosenBy(filter)})
    SELECT c.*, p.* FROM (
      SELECT count(*) FILTER (WHERE "isGaining")::int AS "gain", count(*) FILTER (WHERE "isLosing")::int AS "lose",
        (SELECT count(*)::int FROM "chosen") AS "total" FROM "people") c
    LEFT JOIN (
      SELECT t."username", t."displayName", ${idsOf("gainable", asTheyAre, asTheyWouldBe)} AS "gains",
        ${idsOf("losable", asTheyWouldBe, asTheyAre)} AS "loses"
      FROM (SELECT * FROM "chosen" ORDER BY "username" LIMIT ${filter.per_page} OFFSET ${offsetOf(filter)}) t
    ) p ON TRUE
    ORDER BY p."username"`,
  );
  const [{ gain, lose, total } = { gain: 0, lose: 0, total: 0 }] = found;
  return { gain, lose, total, people: found.filter(isPerson) };
}

function isPerson<T extends object>(row: T & (ChangedPerson | { username: null })) {
  return row.username !== null;
}

const asTheyWouldBe: ReachRows = {
  members: Prisma.sql`"memberAfter"`,
  grants: Prisma.sql`"grantAfter"`,
  networks: Prisma.sql`"networkAfter"`,
};

/** What is stored, without what goes and with what comes; parts of a statement, so that indexes serve them. */
function rowsAsTheyWouldBe(change: ReachChange): Prisma.Sql {
  const { group, role = null, network = null, grants, members, user } = change;
  const userId = user?.userId ?? null;
  const emptied = [group, members?.groupId].filter((id) => id !== undefined);
  const granting = [group, grants?.groupId].filter((id) => id !== undefined);
  const granted = (grants?.networkIds ?? []).map((id) => id ?? ALL_NETWORKS);
  return Prisma.sql`
    "memberAfter" AS NOT MATERIALIZED (
      SELECT m."groupId", m."userId" FROM "GroupMember" m
      WHERE m."groupId" <> ALL(${emptied}) AND (m."userId" = ${userId}::uuid) IS NOT TRUE
      UNION ALL SELECT ${members?.groupId ?? null}::text, i FROM unnest(${members?.userIds ?? []}::uuid[]) AS i
      UNION ALL SELECT i, ${userId}::uuid FROM unnest(${user?.groupIds ?? []}::text[]) AS i),
    "grantAfter" AS NOT MATERIALIZED (
      SELECT g."groupId", g."networkId" FROM "GroupNetworkRole" g
      WHERE g."groupId" <> ALL(${granting}) AND (g."roleId" = ${role}) IS NOT TRUE
        AND (g."networkId" = ${network}) IS NOT TRUE
      UNION ALL SELECT ${grants?.groupId ?? null}::text, NULLIF(i, ${ALL_NETWORKS}) FROM unnest(${granted}::text[]) AS i),
    "networkAfter" AS NOT MATERIALIZED (
      SELECT n."id" FROM "Network" n WHERE (n."id" = ${network}) IS NOT TRUE)`;
}

/** The networks that groups open no more, or anew; who comes and goes; and the networks that this can be about. */
function whatChanges(change: ReachChange): Prisma.Sql {
  const { group, role = null, network = null, grants, members, user } = change;
  const granting = [group, grants?.groupId].filter((id) => id !== undefined);
  const isMoved = Prisma.sql`
    (m."groupId" = ${members?.groupId ?? null} OR m."userId" = ${user?.userId ?? null}::uuid)`;
  const moved = ({ members: table }: ReachRows) =>
    Prisma.sql`SELECT m."groupId", m."userId" FROM ${table} m WHERE ${isMoved}`;
  const openings = (groups: string, of: ReachRows) => Prisma.sql`
    SELECT g."groupId", n."id" AS "networkId"
    FROM ${of.grants} g JOIN ${of.networks} n ON g."networkId" IS NULL OR n."id" = g."networkId"
    WHERE g."groupId" IN (SELECT "groupId" FROM ${Prisma.raw(`"${groups}"`)})
      AND (${network}::text IS NULL OR n."id" = ${network})`;
  return Prisma.sql`
    "touched" AS MATERIALIZED (
      SELECT i AS "groupId" FROM unnest(${granting}::text[]) AS i
      UNION SELECT g."groupId" FROM "GroupNetworkRole" g WHERE g."roleId" = ${role}
      UNION SELECT g."groupId" FROM "GroupNetworkRole" g
        WHERE ${network}::text IS NOT NULL AND (g."networkId" = ${network} OR g."networkId" IS NULL)),
    "closed" AS MATERIALIZED (${openings("touched", asTheyAre)} EXCEPT ${openings("touched", asTheyWouldBe)}),
    "opened" AS MATERIALIZED (${openings("touched", asTheyWouldBe)} EXCEPT ${openings("touched", asTheyAre)}),
    "leaving" AS MATERIALIZED (${moved(asTheyAre)} EXCEPT ${moved(asTheyWouldBe)}),
    "joining" AS MATERIALIZED (${moved(asTheyWouldBe)} EXCEPT ${moved(asTheyAre)}),
    "losable" AS MATERIALIZED (
      SELECT "networkId" FROM "closed"
      UNION SELECT "networkId" FROM (${openings("leaving", asTheyAre)}) o),
    "gainable" AS MATERIALIZED (
      SELECT "networkId" FROM "opened"
      UNION SELECT "networkId" FROM (${openings("joining", asTheyWouldBe)}) o)`;
}

/** Whoever is in a group that changes, or comes or goes; and whether they gain or lose by it. */
function people({ network }: ReachChange): Prisma.Sql {
  const id = Prisma.sql`t."id"`;
  // Who reaches all networks loses none, and gains none, unless one goes; that spares a look at each of them.
  const keepsAll = network === undefined ? reachesAll(id, asTheyWouldBe) : Prisma.sql`FALSE`;
  return Prisma.sql`
    "affected" AS MATERIALIZED (
      SELECT m."userId" FROM "GroupMember" m
      WHERE m."groupId" IN (SELECT "groupId" FROM "closed" UNION SELECT "groupId" FROM "opened")
      UNION SELECT "userId" FROM "leaving" UNION SELECT "userId" FROM "joining"),
    "people" AS MATERIALIZED (
      SELECT t."id", t."username", t."displayName", t."displayNameLower",
        NOT ${keepsAll} AND EXISTS (${differences("losable", asTheyWouldBe, asTheyAre)}) AS "isLosing",
        NOT ${reachesAll(id, asTheyAre)}
          AND EXISTS (${differences("gainable", asTheyAre, asTheyWouldBe)}) AS "isGaining"
      FROM "affected" a JOIN "User" t ON t."id" = a."userId")`;
}

/** Of these networks those that a user (`t`) does not reach by the one rows, and reaches by the others. */
function differences(networks: "gainable" | "losable", without: ReachRows, by: ReachRows) {
  const [id, network] = [Prisma.sql`t."id"`, Prisma.sql`ARRAY[o."networkId"]`];
  return Prisma.sql`SELECT o."networkId" FROM ${Prisma.raw(`"${networks}"`)} o
    WHERE ${reachesOneOf(id, network, by)} AND NOT ${reachesOneOf(id, network, without)}`;
}

function idsOf(...difference: Parameters<typeof differences>): Prisma.Sql {
  return Prisma.sql`ARRAY(${differences(...difference)} ORDER BY o."networkId")`;
}

function chosenBy({ side, q = "" }: Filter): Prisma.Sql {
  const isOnSide =
    side === undefined
      ? Prisma.sql`(t."isLosing" OR t."isGaining")`
      : side === "lose"
        ? Prisma.sql`t."isLosing"`
        : Prisma.sql`t."isGaining"`;
  if (q === "") return isOnSide;
  return Prisma.sql`${isOnSide}
    AND (t."username" || E'\n' || t."displayNameLower") LIKE ${containsPattern(foldCase(q))}`;
}

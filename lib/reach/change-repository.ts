import "server-only";
import type { Db } from "@/lib/db/client";
import { offsetOf, type PageRequest } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { ReachChange } from "./change";
import { asTheyAre as stored, type ReachRows } from "./statements";
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
 * statement only, and are asked what the stored ones are asked. Whoever is in the same groups, of those that matter,
 * reaches the same: so it is found once for each such kind of people, and for all kinds at once.
 */
export async function findDifference(
  db: Db,
  change: ReachChange,
  filter: Filter,
): Promise<ReachDifference> {
  const found = await rows<Counts & (ChangedPerson | { username: null })>(
    db,
    Prisma.sql`
    WITH ${rowsAsTheyWouldBe(change)}, ${whatChanges(change)}, ${kinds(change)},
    "named" AS MATERIALIZED (
      SELECT t."username", t."displayName", t."displayNameLower", p."kind"
      FROM "changed" k JOIN "people" p ON p."kind" = k."kind"
      JOIN "User" t ON t."id" = p."userId" WHERE ${isOnSide(filter)}),
    "chosen" AS MATERIALIZED (SELECT * FROM "named" t WHERE ${isFound(filter)}),
    "page" AS MATERIALIZED (
      SELECT c."username", c."displayName", k.* FROM (
        SELECT * FROM "chosen" ORDER BY "username" LIMIT ${filter.per_page} OFFSET ${offsetOf(filter)}) c
      JOIN "changed" k ON k."kind" = c."kind")
    SELECT c.*, p.* FROM (
      SELECT COALESCE(sum("size") FILTER (WHERE "isGaining"), 0)::int AS "gain",
        COALESCE(sum("size") FILTER (WHERE "isLosing"), 0)::int AS "lose",
        (SELECT count(*)::int FROM "chosen") AS "total" FROM "changed") c
    LEFT JOIN (
      SELECT "username", "displayName", ARRAY(${gains}) AS "gains", ARRAY(${losses}) AS "loses" FROM "page" k
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
  ...stored,
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

/** Who comes and goes; the networks that groups open no more, or anew; and those that this can be about. */
function whatChanges(change: ReachChange): Prisma.Sql {
  const { group, role = null, network = null, grants, members, user } = change;
  const granting = [group, grants?.groupId].filter((id) => id !== undefined);
  const isMoved = Prisma.sql`
    (m."groupId" = ${members?.groupId ?? null} OR m."userId" = ${user?.userId ?? null}::uuid)`;
  const moved = (table: Prisma.Sql) =>
    Prisma.sql`SELECT m."groupId", m."userId" FROM ${table} m WHERE ${isMoved}`;
  const [were, wouldBe] = [moved(stored.members), moved(asTheyWouldBe.members)];
  return Prisma.sql`
    "leaving" AS MATERIALIZED (${were} EXCEPT ${wouldBe}),
    "joining" AS MATERIALIZED (${wouldBe} EXCEPT ${were}),
    "touched" AS MATERIALIZED (
      SELECT i AS "groupId" FROM unnest(${granting}::text[]) AS i
      UNION SELECT g."groupId" FROM "GroupNetworkRole" g WHERE g."roleId" = ${role}
      UNION SELECT g."groupId" FROM "GroupNetworkRole" g
        WHERE ${network}::text IS NOT NULL AND (g."networkId" = ${network} OR g."networkId" IS NULL)),
    "closed" AS MATERIALIZED (
      ${openings("touched", stored, network)} EXCEPT ${openings("touched", asTheyWouldBe, network)}),
    "opened" AS MATERIALIZED (
      ${openings("touched", asTheyWouldBe, network)} EXCEPT ${openings("touched", stored, network)}),
    "losable" AS MATERIALIZED (
      SELECT "networkId" FROM "closed"
      UNION SELECT "networkId" FROM (${openings("leaving", stored, network)}) o),
    "gainable" AS MATERIALIZED (
      SELECT "networkId" FROM "opened"
      UNION SELECT "networkId" FROM (${openings("joining", asTheyWouldBe, network)}) o)`;
}

/**
 * Which networks these groups open; only the one that goes, where one does. In two parts, because a join by "the same
 * or all" compares each grant with each network.
 */
function openings(groups: string, { grants, networks }: ReachRows, network: string | null) {
  const isAsked = Prisma.sql`g."groupId" IN (SELECT "groupId" FROM ${Prisma.raw(`"${groups}"`)})
    AND (${network}::text IS NULL OR n."id" = ${network})`;
  return Prisma.sql`(
    SELECT g."groupId", n."id" AS "networkId" FROM ${grants} g CROSS JOIN ${networks} n
    WHERE g."networkId" IS NULL AND ${isAsked}
    UNION ALL
    SELECT g."groupId", n."id" FROM ${grants} g JOIN ${networks} n ON n."id" = g."networkId"
    WHERE ${isAsked})`;
}

/**
 * Whoever is in a group that changes, or comes or goes, with those of their groups that open a network in question,
 * before and after; and for each kind of people how many they are, and what they reach of the networks in question.
 */
function kinds({ network }: ReachChange): Prisma.Sql {
  // Whoever reaches all networks then loses none, unless one goes.
  const isWideThen = network === undefined ? isWide(asTheyWouldBe.grants) : Prisma.sql`FALSE`;
  return Prisma.sql`
    "questions" AS MATERIALIZED (SELECT "networkId" FROM "losable" UNION SELECT "networkId" FROM "gainable"),
    "relevant" AS MATERIALIZED (
      SELECT o.*, row_number() OVER ()::int AS "number" FROM (
        SELECT o."groupId", ${isWide(stored.grants)} AS "wasWide", ${isWideThen} AS "isWide",
          ARRAY(${opened(stored)}) AS "were", ARRAY(${opened(asTheyWouldBe)}) AS "are"
        FROM (
          SELECT "groupId" FROM "GroupNetworkRole" UNION SELECT "groupId" FROM "grantAfter") o) o
      WHERE "wasWide" OR "isWide" OR "were" <> '{}' OR "are" <> '{}'),
    "affected" AS MATERIALIZED (
      SELECT m."userId" FROM "GroupMember" m
      WHERE m."groupId" IN (SELECT "groupId" FROM "closed" UNION SELECT "groupId" FROM "opened")
      UNION SELECT "userId" FROM "leaving" UNION SELECT "userId" FROM "joining"),
    "people" AS MATERIALIZED (
      SELECT "userId", "before", "after", dense_rank() OVER (ORDER BY "before", "after") AS "kind" FROM (
        SELECT m."userId",
          COALESCE(array_agg(r."number" ORDER BY r."number") FILTER (WHERE "isBefore"), '{}') AS "before",
          COALESCE(array_agg(r."number" ORDER BY r."number") FILTER (WHERE "isAfter"), '{}') AS "after"
        FROM (
          SELECT m."userId", m."groupId", TRUE AS "isBefore", l."userId" IS NULL AS "isAfter"
          FROM "GroupMember" m LEFT JOIN "leaving" l ON l."userId" = m."userId" AND l."groupId" = m."groupId"
          WHERE m."userId" IN (SELECT "userId" FROM "affected")
          UNION ALL SELECT "userId", "groupId", FALSE, TRUE FROM "joining") m
        JOIN "relevant" r ON r."groupId" = m."groupId"
        GROUP BY m."userId") p),
    "kinds" AS MATERIALIZED (
      SELECT "kind", "before", "after", count(*) AS "size" FROM "people" GROUP BY "kind", "before", "after"),
    "changed" AS MATERIALIZED (
      SELECT k.*,
        NOT k."isWide" AND CASE WHEN k."wasWide" THEN EXISTS (${losses}) ELSE NOT k."were" <@ k."are" END AS "isLosing",
        NOT k."wasWide" AND CASE WHEN k."isWide" THEN EXISTS (${gains}) ELSE NOT k."are" <@ k."were" END AS "isGaining"
      FROM (
        SELECT k."kind", k."size",
          COALESCE(b."isWide", FALSE) AS "wasWide", COALESCE(b."networks", '{}') AS "were",
          COALESCE(a."isWide", FALSE) AS "isWide", COALESCE(a."networks", '{}') AS "are"
        FROM "kinds" k
        LEFT JOIN (${reachOfKinds("before")}) b ON b."kind" = k."kind"
        LEFT JOIN (${reachOfKinds("after")}) a ON a."kind" = k."kind") k)`;
}

/** Whether a group (`o`) grants something on all networks. */
function isWide(grants: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM ${grants} g WHERE g."groupId" = o."groupId" AND g."networkId" IS NULL)`;
}

/** The networks in question on each of which a group (`o`) grants something. */
function opened({ grants, networks }: ReachRows): Prisma.Sql {
  return Prisma.sql`
    SELECT n."id" FROM ${grants} g JOIN ${networks} n ON n."id" = g."networkId"
    WHERE g."groupId" = o."groupId" AND n."id" IN (SELECT "networkId" FROM "questions")`;
}

/** What each kind of people reaches by their groups. */
function reachOfKinds(side: "before" | "after"): Prisma.Sql {
  const [groups, isWide, networks] = {
    before: [Prisma.sql`k."before"`, Prisma.sql`r."wasWide"`, Prisma.sql`r."were"`] as const,
    after: [Prisma.sql`k."after"`, Prisma.sql`r."isWide"`, Prisma.sql`r."are"`] as const,
  }[side];
  return Prisma.sql`
    SELECT k."kind", bool_or(${isWide}) AS "isWide",
      array_agg(DISTINCT n) FILTER (WHERE n IS NOT NULL) AS "networks"
    FROM "kinds" k CROSS JOIN unnest(${groups}) AS i JOIN "relevant" r ON r."number" = i
    LEFT JOIN unnest(${networks}) AS n ON TRUE
    GROUP BY k."kind"`;
}

/** What a kind of people (`k`) reaches no more, and what it reaches anew. */
const losses = Prisma.sql`
  SELECT q."networkId" FROM "losable" q WHERE NOT k."isWide"
    AND (k."wasWide" OR q."networkId" = ANY(k."were")) AND q."networkId" <> ALL(k."are") ORDER BY 1`;
const gains = Prisma.sql`
  SELECT q."networkId" FROM "gainable" q WHERE NOT k."wasWide"
    AND (k."isWide" OR q."networkId" = ANY(k."are")) AND q."networkId" <> ALL(k."were") ORDER BY 1`;

function isOnSide({ side }: Filter): Prisma.Sql {
  if (side === "gain") return Prisma.sql`k."isGaining"`;
  if (side === "lose") return Prisma.sql`k."isLosing"`;
  return Prisma.sql`(k."isGaining" OR k."isLosing")`;
}

/** Asked of those alone who are on the side: an index of all users would find too many, and not know it. */
function isFound({ q = "" }: Filter): Prisma.Sql {
  if (q === "") return Prisma.sql`TRUE`;
  return Prisma.sql`(t."username" || E'\n' || t."displayNameLower") LIKE ${containsPattern(foldCase(q))}`;
}

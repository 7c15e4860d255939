import "server-only";
import type { Db } from "@/lib/db/client";
import { offsetOf, type PageRequest } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { ReachChange } from "./change";
import { asTheyAre as stored, reachesAll, reachesOneOf, type ReachRows } from "./statements";
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
 * reaches the same: so it is asked once for each such kind of people, of which there are few.
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
    "chosen" AS MATERIALIZED (
      SELECT p."userId", t."username", t."displayName", k."before", k."after"
      FROM "kinds" k JOIN "people" p ON p."before" = k."before" AND p."after" = k."after"
      JOIN "User" t ON t."id" = p."userId" WHERE ${chosenBy(filter)})
    SELECT c.*, p.* FROM (
      SELECT COALESCE(sum("size") FILTER (WHERE "isGaining"), 0)::int AS "gain",
        COALESCE(sum("size") FILTER (WHERE "isLosing"), 0)::int AS "lose",
        (SELECT count(*)::int FROM "chosen") AS "total" FROM "kinds") c
    LEFT JOIN (
      SELECT k."username", k."displayName",
        ARRAY(${reached(asTheyWouldBe)} EXCEPT ${reached(asTheyAre)} ORDER BY 1) AS "gains",
        ARRAY(${reached(asTheyAre)} EXCEPT ${reached(asTheyWouldBe)} ORDER BY 1) AS "loses"
      FROM (SELECT * FROM "chosen" ORDER BY "username" LIMIT ${filter.per_page} OFFSET ${offsetOf(filter)}) k
    ) p ON TRUE
    ORDER BY p."username"`,
  );
  const [{ gain, lose, total } = { gain: 0, lose: 0, total: 0 }] = found;
  return { gain, lose, total, people: found.filter(isPerson) };
}

function isPerson<T extends object>(row: T & (ChangedPerson | { username: null })) {
  return row.username !== null;
}

/** The groups of a kind of people (`k`), in place of the memberships of a person. */
function groupsOfKind(groups: "before" | "after"): Prisma.Sql {
  return Prisma.sql`(SELECT i AS "groupId", k."userId" FROM unnest(k.${Prisma.raw(`"${groups}"`)}) AS i)`;
}

const asTheyAre: ReachRows = { ...stored, members: groupsOfKind("before") };
const asTheyWouldBe: ReachRows = {
  members: groupsOfKind("after"),
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
  const [were, wouldBe] = [moved(stored.members), moved(Prisma.sql`"memberAfter"`)];
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
 * before and after; and for each kind of people how many they are, and whether they gain or lose by it.
 */
function kinds({ network }: ReachChange): Prisma.Sql {
  const id = Prisma.sql`k."userId"`;
  // Who reaches all networks loses none, unless one goes, and gains none; that spares a look at each of them.
  const keepsAll = network === undefined ? reachesAll(id, asTheyWouldBe) : Prisma.sql`FALSE`;
  return Prisma.sql`
    "questions" AS MATERIALIZED (SELECT "networkId" FROM "losable" UNION SELECT "networkId" FROM "gainable"),
    "relevant" AS MATERIALIZED (
      SELECT "groupId" FROM (
        SELECT "groupId", "networkId" FROM "GroupNetworkRole" UNION SELECT "groupId", "networkId" FROM "grantAfter") g
      WHERE g."networkId" IS NULL OR g."networkId" IN (SELECT "networkId" FROM "questions")
      GROUP BY "groupId"),
    "affected" AS MATERIALIZED (
      SELECT m."userId" FROM "GroupMember" m
      WHERE m."groupId" IN (SELECT "groupId" FROM "closed" UNION SELECT "groupId" FROM "opened")
      UNION SELECT "userId" FROM "leaving" UNION SELECT "userId" FROM "joining"),
    "people" AS MATERIALIZED (
      SELECT "userId",
        COALESCE(array_agg("groupId" ORDER BY "groupId") FILTER (WHERE "isBefore"), '{}') AS "before",
        COALESCE(array_agg("groupId" ORDER BY "groupId") FILTER (WHERE "isAfter"), '{}') AS "after"
      FROM (
        SELECT m."userId", m."groupId", TRUE AS "isBefore", l."userId" IS NULL AS "isAfter"
        FROM "GroupMember" m LEFT JOIN "leaving" l ON l."userId" = m."userId" AND l."groupId" = m."groupId"
        WHERE m."userId" IN (SELECT "userId" FROM "affected")
        UNION ALL SELECT "userId", "groupId", FALSE, TRUE FROM "joining") m
      WHERE m."groupId" IN (SELECT "groupId" FROM "relevant")
      GROUP BY "userId"),
    "kinds" AS MATERIALIZED (
      SELECT k.*,
        NOT ${keepsAll} AND EXISTS (${differences("losable", asTheyAre, asTheyWouldBe)}) AS "isLosing",
        NOT ${reachesAll(id, asTheyAre)}
          AND EXISTS (${differences("gainable", asTheyWouldBe, asTheyAre)}) AS "isGaining"
      FROM (
        SELECT "before", "after", count(*) AS "size", min("userId"::text) AS "userId" FROM "people"
        GROUP BY "before", "after") k)`;
}

/** Of these networks those that a kind of people reaches by the one rows, and not by the others. */
function differences(networks: "gainable" | "losable", by: ReachRows, without: ReachRows) {
  const [id, network] = [Prisma.sql`k."userId"`, Prisma.sql`ARRAY[o."networkId"]`];
  return Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${networks}"`)} o
    WHERE ${reachesOneOf(id, network, by)} AND NOT ${reachesOneOf(id, network, without)}`;
}

/** All networks that a kind of people reaches; in two parts as {@link openings}. */
function reached(of: ReachRows): Prisma.Sql {
  const { members, grants, networks } = of;
  return Prisma.sql`(
    SELECT n."id" FROM ${networks} n WHERE ${reachesAll(Prisma.sql`k."userId"`, of)}
    UNION ALL
    SELECT n."id" FROM ${members} m JOIN ${grants} g ON g."groupId" = m."groupId"
    JOIN ${networks} n ON n."id" = g."networkId")`;
}

function chosenBy({ side, q = "" }: Filter): Prisma.Sql {
  const sides = {
    gain: Prisma.sql`k."isGaining"`,
    lose: Prisma.sql`k."isLosing"`,
    both: Prisma.sql`(k."isGaining" OR k."isLosing")`,
  };
  if (q === "") return sides[side ?? "both"];
  return Prisma.sql`${sides[side ?? "both"]}
    AND (t."username" || E'\n' || t."displayNameLower") LIKE ${containsPattern(foldCase(q))}`;
}

import "server-only";
import type { Db } from "@/lib/db/client";
import { offsetOf, type PageRequest } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { ReachChange } from "./change";
import { openedBy, openedInQuestion } from "./openings";
import { asTheyWouldBe, rowsAsTheyWouldBe } from "./rows-after";
import { asTheyAre as stored } from "./statements";

interface Things {
  /** By their ids. */
  networks: string[];
  gateways: { id: string; name: string }[];
}

export interface ChangedPerson {
  username: string;
  displayName: string;
  gains: Things;
  loses: Things;
}

export interface ReachDifference {
  /** How many people reach a network, or have a gateway, then and not now. */
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
 * Who would reach more or less after a change. Raw, because the rows as they would be exist in this statement only,
 * and are asked what the stored ones are asked. Whoever is in the same groups, of those that matter, and attached to
 * the same gateways reaches the same: so it is found once for each such kind of people, and for all kinds at once.
 */
export async function findDifference(
  db: Db,
  change: ReachChange,
  filter: Filter,
): Promise<ReachDifference> {
  const found = await rows<Counts & (ChangedPerson | { username: null })>(
    db,
    Prisma.sql`
    WITH ${rowsAsTheyWouldBe(change)}, ${whatChanges(change)}, ${people}, ${kindsOfPeople()},
    "named" AS MATERIALIZED (
      SELECT t."username", t."displayName", t."displayNameLower", p."number"
      FROM "changed" k JOIN "people" p ON p."number" = k."number"
      JOIN "User" t ON t."id" = p."userId" WHERE ${isOnSide(filter)}),
    "chosen" AS MATERIALIZED (SELECT * FROM "named" t WHERE ${isFound(filter)}),
    "page" AS MATERIALIZED (
      SELECT * FROM "chosen" ORDER BY "username" LIMIT ${filter.per_page} OFFSET ${offsetOf(filter)})
    SELECT c.*, p.* FROM (
      SELECT COALESCE(sum("size") FILTER (WHERE "isGaining"), 0)::int AS "gain",
        COALESCE(sum("size") FILTER (WHERE "isLosing"), 0)::int AS "lose",
        (SELECT count(*)::int FROM "chosen") AS "total" FROM "changed") c
    LEFT JOIN (
      SELECT "username", "displayName", ${things(gains)} AS "gains", ${things(losses)} AS "loses" FROM "page" p
    ) p ON TRUE
    ORDER BY p."username"`,
  );
  const [{ gain, lose, total } = { gain: 0, lose: 0, total: 0 }] = found;
  return { gain, lose, total, people: found.filter(isPerson) };
}

function isPerson<T extends object>(row: T & (ChangedPerson | { username: null })) {
  return row.username !== null;
}

/** Who comes and goes; what groups open no more, or anew; and everything that this can be about. */
function whatChanges(change: ReachChange): Prisma.Sql {
  const { group, role, network = null, gateway, grants, rights, members, moved, user } = change;
  const granting = [group, grants?.groupId].filter((id) => id !== undefined);
  const roleId = role ?? rights?.roleId ?? null;
  const netid = network ?? gateway?.networkId ?? null;
  const movedIds = [...(moved?.added ?? []), ...(moved?.removed ?? [])];
  const isMoved = Prisma.sql`
    (m."groupId" = ${members?.groupId ?? null} OR m."userId" = ${user?.userId ?? null}::uuid
      OR (m."groupId" = ${moved?.groupId ?? null} AND m."userId" = ANY(${movedIds}::uuid[])))`;
  const ofMoved = (table: Prisma.Sql) =>
    Prisma.sql`SELECT m."groupId" AS "source", m."userId" FROM ${table} m WHERE ${isMoved}`;
  const [were, wouldBe] = [ofMoved(stored.members), ofMoved(asTheyWouldBe.members)];
  const opened = (sources: string, rows = stored) => openedBy(sources, rows, change);
  return Prisma.sql`
    "leaving" AS MATERIALIZED (
      (${were} EXCEPT ${wouldBe})
      UNION ALL SELECT '@' || a."gatewayId", a."userId" FROM "GatewayAttachment" a
        WHERE a."networkId" = ${network} OR a."gatewayId" = ${gateway?.id ?? null}::uuid),
    "joining" AS MATERIALIZED (${wouldBe} EXCEPT ${were}),
    "touched" AS MATERIALIZED (
      SELECT i AS "source" FROM unnest(${granting}::text[]) AS i
      UNION SELECT g."groupId" FROM "GroupNetworkRole" g WHERE g."roleId" = ${roleId}
      UNION SELECT g."groupId" FROM "GroupNetworkRole" g
        WHERE ${netid}::text IS NOT NULL AND (g."networkId" = ${netid} OR g."networkId" IS NULL)),
    "openedBefore" AS MATERIALIZED (${opened("touched")}),
    "openedAfter" AS MATERIALIZED (${opened("touched", asTheyWouldBe)}),
    "closed" AS MATERIALIZED (SELECT * FROM "openedBefore" EXCEPT SELECT * FROM "openedAfter"),
    "opened" AS MATERIALIZED (SELECT * FROM "openedAfter" EXCEPT SELECT * FROM "openedBefore"),
    "losable" AS MATERIALIZED (
      SELECT "kind", "thing" FROM "closed"
      UNION SELECT "kind", "thing" FROM (${opened("leaving")}) o),
    "gainable" AS MATERIALIZED (
      SELECT "kind", "thing" FROM "opened"
      UNION SELECT "kind", "thing" FROM (${opened("joining", asTheyWouldBe)}) o),
    "questions" AS MATERIALIZED (SELECT * FROM "losable" UNION SELECT * FROM "gainable"),
    "opens" AS MATERIALIZED (
      SELECT o.*, dense_rank() OVER (ORDER BY "source")::int AS "number" FROM (
        SELECT *, TRUE AS "isBefore" FROM (${openedInQuestion(stored, ["network", "gateway"])}) o
        UNION SELECT *, FALSE FROM (${openedInQuestion(asTheyWouldBe, stillWide(change))}) o) o)`;
}

/** Of what goes nobody has any more, not even whoever has everything; and then it is about nothing else. */
function stillWide({ network, gateway }: ReachChange): ("network" | "gateway")[] {
  if (network !== undefined) return [];
  return gateway ? ["network"] : ["network", "gateway"];
}

/**
 * Whoever is in a group that changes, or comes or goes, with those of their groups and attachments that open
 * something in question, before and after. Alike ones have one number.
 */
const people = Prisma.sql`
  "affected" AS MATERIALIZED (
    SELECT m."userId" FROM "GroupMember" m
    WHERE m."groupId" IN (SELECT "source" FROM "closed" UNION SELECT "source" FROM "opened")
    UNION SELECT "userId" FROM "leaving" UNION SELECT "userId" FROM "joining"),
  "relevant" AS MATERIALIZED (SELECT DISTINCT "source", "number" FROM "opens"),
  "people" AS MATERIALIZED (
    SELECT "userId", "before", "after", dense_rank() OVER (ORDER BY "before", "after") AS "number" FROM (
      SELECT m."userId",
        COALESCE(array_agg(r."number" ORDER BY r."number") FILTER (WHERE "isBefore"), '{}') AS "before",
        COALESCE(array_agg(r."number" ORDER BY r."number") FILTER (WHERE "isAfter"), '{}') AS "after"
      FROM (
        SELECT m."userId", m."source", TRUE AS "isBefore", l."userId" IS NULL AS "isAfter"
        FROM (
          SELECT m."groupId" AS "source", m."userId" FROM "GroupMember" m
          WHERE m."userId" IN (SELECT "userId" FROM "affected")
          UNION ALL SELECT '@' || a."gatewayId", a."userId" FROM "GatewayAttachment" a
          WHERE a."userId" IN (SELECT "userId" FROM "affected")) m
        LEFT JOIN "leaving" l ON l."userId" = m."userId" AND l."source" = m."source"
        UNION ALL SELECT "userId", "source", FALSE, TRUE FROM "joining") m
      JOIN "relevant" r ON r."source" = m."source"
      GROUP BY m."userId") p)`;

/** For each kind of people how many they are, and what they have of the things in question, before and after. */
function kindsOfPeople(): Prisma.Sql {
  return Prisma.sql`
    "kinds" AS MATERIALIZED (
      SELECT "number", "before", "after", count(*) AS "size" FROM "people" GROUP BY "number", "before", "after"),
    "reach" AS MATERIALIZED (
      SELECT k."number", k."size", d."kind",
        COALESCE(b."isWide", FALSE) AS "wasWide", COALESCE(b."things", '{}') AS "were",
        COALESCE(a."isWide", FALSE) AS "isWide", COALESCE(a."things", '{}') AS "are"
      FROM "kinds" k CROSS JOIN (VALUES ('network'), ('gateway')) AS d("kind")
      LEFT JOIN (${reachOfKinds("before")}) b ON b."number" = k."number" AND b."kind" = d."kind"
      LEFT JOIN (${reachOfKinds("after")}) a ON a."number" = k."number" AND a."kind" = d."kind"),
    "changed" AS MATERIALIZED (
      SELECT k."number", k."size",
        bool_or(NOT k."isWide" AND CASE WHEN k."wasWide" THEN EXISTS (${losses}) ELSE NOT k."were" <@ k."are" END)
          AS "isLosing",
        bool_or(NOT k."wasWide" AND CASE WHEN k."isWide" THEN EXISTS (${gains}) ELSE NOT k."are" <@ k."were" END)
          AS "isGaining"
      FROM "reach" k GROUP BY k."number", k."size")`;
}

/** What each kind of people has by its groups and attachments. */
function reachOfKinds(side: "before" | "after"): Prisma.Sql {
  const [sources, isOfSide] = {
    before: [Prisma.sql`k."before"`, Prisma.sql`o."isBefore"`] as const,
    after: [Prisma.sql`k."after"`, Prisma.sql`NOT o."isBefore"`] as const,
  }[side];
  return Prisma.sql`
    SELECT k."number", o."kind", bool_or(o."thing" IS NULL) AS "isWide",
      array_agg(DISTINCT o."thing") FILTER (WHERE o."thing" IS NOT NULL) AS "things"
    FROM "kinds" k CROSS JOIN unnest(${sources}) AS i JOIN "opens" o ON o."number" = i AND ${isOfSide}
    GROUP BY k."number", o."kind"`;
}

/** What a kind of people (`k`) has no more, and what it has anew. */
const losses = Prisma.sql`
  SELECT q."thing" FROM "losable" q WHERE q."kind" = k."kind" AND NOT k."isWide"
    AND (k."wasWide" OR q."thing" = ANY(k."were")) AND q."thing" <> ALL(k."are")`;
const gains = Prisma.sql`
  SELECT q."thing" FROM "gainable" q WHERE q."kind" = k."kind" AND NOT k."wasWide"
    AND (k."isWide" OR q."thing" = ANY(k."are")) AND q."thing" <> ALL(k."were")`;

/** The same of somebody on the page (`p`), networks by id and gateways by name. */
function things(found: Prisma.Sql): Prisma.Sql {
  const ofKind = (kind: Prisma.Sql) => Prisma.sql`
    "reach" k CROSS JOIN LATERAL (${found}) q WHERE k."number" = p."number" AND k."kind" = ${kind}`;
  return Prisma.sql`jsonb_build_object(
    'networks', ARRAY(SELECT q."thing" FROM ${ofKind(Prisma.sql`'network'`)} ORDER BY 1),
    'gateways', COALESCE((
      SELECT jsonb_agg(jsonb_build_object('id', w."id", 'name', w."name") ORDER BY w."nameLower", w."id")
      FROM "Gateway" w WHERE w."id"::text IN (SELECT q."thing" FROM ${ofKind(Prisma.sql`'gateway'`)})), '[]'))`;
}

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

import "server-only";
import type { Db } from "@/lib/db/client";
import { offsetOf, type PageRequest } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { ReachChange } from "./change";
import { openedInQuestion } from "./openings";
import { asTheyWouldBe, rowsAsTheyWouldBe } from "./rows-after";
import { asTheyAre as stored } from "./statements";
import { whatChanges } from "./what-changes";

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
    WITH ${rowsAsTheyWouldBe(change)}, ${whatChanges(change)}, ${whatIsOpened(change)}, ${people}, ${kinds},
    "named" AS MATERIALIZED (
      SELECT t."username", t."displayName", t."displayNameLower", p."number"
      FROM "changed" k JOIN "people" p ON p."number" = k."number"
      JOIN "User" t ON t."id" = p."userId" WHERE ${isOnSide(filter)}),
    "chosen" AS MATERIALIZED (SELECT * FROM "named" t WHERE ${isFound(filter)}),
    "page" AS MATERIALIZED (
      SELECT * FROM "chosen" ORDER BY "username" LIMIT ${filter.per_page} OFFSET ${offsetOf(filter)}),
    "lostOnPage" AS MATERIALIZED (SELECT * FROM "lost" WHERE "number" IN (SELECT "number" FROM "page")),
    "gainedOnPage" AS MATERIALIZED (SELECT * FROM "gained" WHERE "number" IN (SELECT "number" FROM "page"))
    SELECT c.*, p.* FROM (
      SELECT COALESCE(sum("size") FILTER (WHERE "isGaining"), 0)::int AS "gain",
        COALESCE(sum("size") FILTER (WHERE "isLosing"), 0)::int AS "lose",
        (SELECT count(*)::int FROM "chosen") AS "total" FROM "changed") c
    LEFT JOIN (
      SELECT "username", "displayName", ${things("gainedOnPage")} AS "gains", ${things("lostOnPage")} AS "loses" FROM "page" p
    ) p ON TRUE
    ORDER BY p."username"`,
  );
  const [{ gain, lose, total } = { gain: 0, lose: 0, total: 0 }] = found;
  return { gain, lose, total, people: found.filter(isPerson) };
}

function isPerson<T extends object>(row: T & (ChangedPerson | { username: null })) {
  return row.username !== null;
}

/** What it is about, and all that is open of that, before and after. */
function whatIsOpened(change: ReachChange): Prisma.Sql {
  return Prisma.sql`
    "questions" AS MATERIALIZED (
      SELECT "kind", "thing", row_number() OVER ()::int AS "question"
      FROM (SELECT "kind", "thing" FROM "lostBy" UNION SELECT "kind", "thing" FROM "gainedBy") q),
    "opened" AS MATERIALIZED (
      SELECT o."source", o."kind", q."question", "isBefore"
      FROM (
        SELECT *, TRUE AS "isBefore" FROM (${openedInQuestion(stored, ["network", "gateway"])}) o
        UNION SELECT *, FALSE FROM (${openedInQuestion(asTheyWouldBe, stillWide(change))}) o) o
      LEFT JOIN "questions" q ON q."kind" = o."kind" AND q."thing" = o."thing"),
    "relevant" AS MATERIALIZED (
      SELECT "source", dense_rank() OVER (ORDER BY "all")::int AS "number" FROM (
        SELECT "source", array_agg(${code} ORDER BY ${code}) AS "all" FROM "opened" o GROUP BY "source") o),
    "opens" AS MATERIALIZED (
      SELECT DISTINCT r."number", o."kind", o."question", o."isBefore"
      FROM "opened" o JOIN "relevant" r ON r."source" = o."source")`;
}

/** What a source opens, and when, as a number. */
const code = Prisma.sql`
  2 * COALESCE(o."question", CASE o."kind" WHEN 'network' THEN -1 ELSE -2 END) + o."isBefore"::int`;

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
    WHERE m."groupId" IN (SELECT "source" FROM "lostBy" UNION SELECT "source" FROM "gainedBy")
      AND m."groupId" IN (SELECT "source" FROM "touched")
    UNION SELECT "userId" FROM "leaving" UNION SELECT "userId" FROM "joining"),
  "people" AS MATERIALIZED (
    SELECT "userId", "before", "after", dense_rank() OVER (ORDER BY "before", "after") AS "number" FROM (
      SELECT m."userId",
        COALESCE(array_agg(DISTINCT r."number") FILTER (WHERE "isBefore"), '{}') AS "before",
        COALESCE(array_agg(DISTINCT r."number") FILTER (WHERE "isAfter"), '{}') AS "after"
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

/** How many people there are of each kind, and what these have no more, or anew. */
const kinds = Prisma.sql`
  "wide" AS MATERIALIZED (
    SELECT "kind", "isBefore", array_agg(DISTINCT "number") AS "numbers" FROM "opens"
    WHERE "question" IS NULL GROUP BY "kind", "isBefore"),
  "kinds" AS MATERIALIZED (
    SELECT "number", "before", "after", count(*) AS "size" FROM "people" GROUP BY "number", "before", "after"),
  "lost" AS MATERIALIZED (${onlyOn("before", "after")}),
  "gained" AS MATERIALIZED (${onlyOn("after", "before")}),
  "changed" AS MATERIALIZED (
    SELECT k.*, k."number" IN (SELECT "number" FROM "lost") AS "isLosing",
      k."number" IN (SELECT "number" FROM "gained") AS "isGaining"
    FROM "kinds" k)`;

type Side = "before" | "after";

/** What a kind of people has on one side, by a source that changed or that is only there, and not on the other. */
function onlyOn(here: Side, there: Side): Prisma.Sql {
  const [ours, theirs] = [Prisma.raw(`k."${here}"`), Prisma.raw(`k."${there}"`)];
  const changes = here === "before" ? Prisma.sql`"lostBy"` : Prisma.sql`"gainedBy"`;
  const isThere = there === "before" ? Prisma.sql`o."isBefore"` : Prisma.sql`NOT o."isBefore"`;
  return Prisma.sql`
    WITH "candidates" AS MATERIALIZED (
      SELECT DISTINCT k."number", q."question" FROM "kinds" k CROSS JOIN unnest(${ours}) AS i
      JOIN (
        SELECT DISTINCT r."number", c."kind", q."question", c."isOfMoved" FROM ${changes} c
        JOIN "relevant" r ON r."source" = c."source"
        JOIN "questions" q ON q."kind" = c."kind" AND q."thing" = c."thing") q ON q."number" = i
      LEFT JOIN "wide" w ON w."kind" = q."kind" AND w."isBefore" = ${there === "before"}
      WHERE (NOT q."isOfMoved" OR i <> ALL(${theirs}))
        AND (w."numbers" IS NULL OR NOT ${theirs} && w."numbers"))
    SELECT * FROM "candidates"
    EXCEPT
    SELECT c."number", c."question" FROM "candidates" c JOIN "kinds" k ON k."number" = c."number"
    CROSS JOIN unnest(${theirs}) AS i JOIN "opens" o ON o."number" = i AND o."question" = c."question" AND ${isThere}`;
}

/** What somebody on the page (`p`) loses or gains: networks by id, gateways by name. */
function things(found: "lostOnPage" | "gainedOnPage"): Prisma.Sql {
  const ofKind = (kind: Prisma.Sql) => Prisma.sql`
    SELECT q."thing" FROM ${Prisma.raw(`"${found}"`)} f JOIN "questions" q ON q."question" = f."question"
    WHERE f."number" = p."number" AND q."kind" = ${kind}`;
  return Prisma.sql`jsonb_build_object(
    'networks', ARRAY(${ofKind(Prisma.sql`'network'`)} ORDER BY 1),
    'gateways', COALESCE((
      SELECT jsonb_agg(jsonb_build_object('id', w."id", 'name', w."name") ORDER BY w."nameLower", w."id")
      FROM "Gateway" w WHERE w."id"::text IN (${ofKind(Prisma.sql`'gateway'`)})), '[]'))`;
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

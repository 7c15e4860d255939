// What a change is about: parts of the statements that preview it and that carry it out.
import "server-only";
import { Prisma } from "@/lib/db/sql";
import type { ReachChange } from "./change";
import { openedBy } from "./openings";
import { asTheyWouldBe } from "./rows-after";
import { asTheyAre as stored } from "./statements";

/**
 * Who comes and goes, what groups open no more, and what they open anew; for the WITH of a statement, after the rows as
 * they would be.
 */
export function whatChanges(change: ReachChange): Prisma.Sql {
  const {
    group,
    role,
    network = null,
    gateway,
    grants,
    rights,
    members,
    moved,
    users = [],
  } = change;
  const granting = [group, grants?.groupId].filter((id) => id !== undefined);
  const roleId = role ?? rights?.roleId ?? null;
  const netid = network ?? gateway?.networkId ?? null;
  const movedIds = [...(moved?.added ?? []), ...(moved?.removed ?? [])];
  const isMoved = Prisma.sql`
    (m."groupId" = ${members?.groupId ?? null} OR m."userId" = ANY(${users.map(({ userId }) => userId)}::uuid[])
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
    "lostBy" AS MATERIALIZED (
      SELECT *, FALSE AS "isOfMoved" FROM (SELECT * FROM "openedBefore" EXCEPT SELECT * FROM "openedAfter") o
      UNION ALL SELECT *, TRUE FROM (${opened("leaving")}) o),
    "gainedBy" AS MATERIALIZED (
      SELECT *, FALSE AS "isOfMoved" FROM (SELECT * FROM "openedAfter" EXCEPT SELECT * FROM "openedBefore") o
      UNION ALL SELECT *, TRUE FROM (${opened("joining", asTheyWouldBe)}) o)`;
}

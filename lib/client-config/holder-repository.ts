// Whether owners have their gateways, asked so that nobody can take them away meanwhile.
import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import { asTheyAre, gives, hasGateway } from "@/lib/reach/statements";

/** Somebody with a gateway that they may have; nobody has any. */
export interface Holding {
  ownerId: string | null;
  networkId: string;
  gatewayId: string;
}

const held = {
  userId: Prisma.sql`h."ownerId"`,
  gatewayId: Prisma.sql`h."gatewayId"`,
  networkId: Prisma.sql`h."networkId"`,
};

/** The holdings as rows (`h`) of a statement. */
function holdingRows(holdings: readonly Holding[]): Prisma.Sql {
  return Prisma.sql`unnest(
    ${holdings.map(({ ownerId }) => ownerId)}::uuid[], ${holdings.map(({ networkId }) => networkId)}::text[],
    ${holdings.map(({ gatewayId }) => gatewayId)}::uuid[]) AS h("ownerId", "networkId", "gatewayId")`;
}

/** Those of these that are so. */
export function findHeld(
  db: Db,
  holdings: readonly Holding[],
  reachRows = asTheyAre,
): Promise<Holding[]> {
  return rows<Holding>(
    db,
    Prisma.sql`SELECT h.* FROM ${holdingRows(holdings)} WHERE ${hasGateway(held, reachRows)}`,
  );
}

/**
 * Those of these that are so, and stay so until this transaction ends: under locks that whatever takes access away
 * takes too, in the order in which everybody takes them.
 */
export async function lockHeld(
  db: Db,
  holdings: readonly Holding[],
  networkLock: "FOR KEY SHARE" | "FOR NO KEY UPDATE",
): Promise<Holding[]> {
  await lockUsers(db, valuesOf(holdings, "ownerId"));
  await lockNetworks(db, valuesOf(holdings, "networkId"), networkLock);
  const giving = await findGiving(db, holdings);
  const roles = await lockRoles(db, valuesOf(giving, "roleId"));
  const groups = await lockGroups(db, valuesOf(giving, "groupId"));
  await lockGateways(db, valuesOf(holdings, "gatewayId"));
  // What is not locked may be on its way out: only what is counts.
  return findHeld(db, holdings, {
    ...asTheyAre,
    roles: Prisma.sql`(SELECT * FROM "Role" WHERE "id" = ANY(${roles}))`,
    grants: Prisma.sql`(SELECT * FROM "GroupNetworkRole" WHERE "groupId" = ANY(${groups}))`,
  });
}

function valuesOf<K extends string>(of: readonly Record<K, string | null>[], key: K): string[] {
  return [...new Set(of.map((each) => each[key]).filter((value) => value !== null))];
}

interface Giving {
  roleId: string;
  groupId: string;
}

function findGiving(db: Db, holdings: readonly Holding[]): Promise<Giving[]> {
  return rows<Giving>(
    db,
    Prisma.sql`SELECT DISTINCT r."id" AS "roleId", g."groupId"
      FROM ${holdingRows(holdings)}
      JOIN "GroupMember" m ON m."userId" = h."ownerId"
      JOIN "GroupNetworkRole" g ON g."groupId" = m."groupId"
      JOIN "Role" r ON r."id" = g."roleId"
      WHERE ${gives(held)}`,
  );
}

function lockUsers(db: Db, ids: string[]): Promise<object[]> {
  return rows(
    db,
    Prisma.sql`SELECT 1 FROM "User" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR SHARE`,
  );
}

/** With the stronger lock, one transaction after the other gives addresses of a network away. */
export function lockNetworks(
  db: Db,
  ids: string[],
  lock: "FOR KEY SHARE" | "FOR NO KEY UPDATE",
): Promise<object[]> {
  return rows(
    db,
    Prisma.sql`SELECT 1 FROM "Network" WHERE "id" = ANY(${ids}) ORDER BY "id" ${Prisma.raw(lock)}`,
  );
}

async function lockRoles(db: Db, ids: string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    Prisma.sql`SELECT "id" FROM "Role" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR SHARE`,
  );
  return found.map(({ id }) => id);
}

async function lockGroups(db: Db, ids: string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    Prisma.sql`SELECT "id" FROM "Group" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR SHARE`,
  );
  return found.map(({ id }) => id);
}

function lockGateways(db: Db, ids: string[]): Promise<object[]> {
  return rows(
    db,
    Prisma.sql`SELECT 1 FROM "Gateway" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR KEY SHARE`,
  );
}

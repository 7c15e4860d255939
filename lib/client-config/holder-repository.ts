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
export async function findHeld(
  db: Db,
  holdings: readonly Holding[],
  reachRows = asTheyAre,
): Promise<Holding[]> {
  if (holdings.length === 0) return [];
  return rows<Holding>(
    db,
    Prisma.sql`SELECT h.* FROM ${holdingRows(holdings)} WHERE ${hasGateway(held, reachRows)}`,
  );
}

export type NetworkLock = "FOR KEY SHARE" | "FOR NO KEY UPDATE";

/**
 * Those of these that are so, and stay so until this transaction ends: under locks that whatever takes access away
 * takes too, in the order in which everybody takes them.
 */
export async function lockHeld(
  db: Db,
  holdings: readonly Holding[],
  networkLock: NetworkLock,
): Promise<Holding[]> {
  const owned = holdings.filter(({ ownerId }) => ownerId !== null);
  await lock(db, "User", valuesOf(owned, "ownerId"), "FOR SHARE");
  await lockNetworks(db, valuesOf(holdings, "networkId"), networkLock);
  const giving = await findGiving(db, owned);
  const roles = await lock(db, "Role", valuesOf(giving, "roleId"), "FOR SHARE");
  const groups = await lock(db, "Group", valuesOf(giving, "groupId"), "FOR SHARE");
  await lock(db, "Gateway", valuesOf(holdings, "gatewayId"), "FOR KEY SHARE");
  // What is not locked may be on its way out: only what is counts.
  return findHeld(db, owned, {
    ...asTheyAre,
    roles: Prisma.sql`(SELECT * FROM "Role" WHERE "id" = ANY(${roles}))`,
    grants: Prisma.sql`(SELECT * FROM "GroupNetworkRole" WHERE "groupId" = ANY(${groups}))`,
  });
}

/** With the stronger lock, one transaction after the other gives addresses of a network away. */
export function lockNetworks(db: Db, ids: string[], networkLock: NetworkLock): Promise<string[]> {
  return lock(db, "Network", ids, networkLock);
}

const idTypes = {
  User: "uuid[]",
  Network: "text[]",
  Role: "text[]",
  Group: "text[]",
  Gateway: "uuid[]",
} as const;

/** @returns the ids of the rows that there are */
async function lock(
  db: Db,
  table: keyof typeof idTypes,
  ids: string[],
  how: NetworkLock | "FOR SHARE",
): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await rows<{ id: string }>(
    db,
    Prisma.sql`SELECT "id"::text FROM ${Prisma.raw(`"${table}"`)} AS t
      WHERE t."id" = ANY(${ids}::${Prisma.raw(idTypes[table])}) ORDER BY t."id" ${Prisma.raw(how)}`,
  );
  return found.map(({ id }) => id);
}

function valuesOf<K extends string>(of: readonly Record<K, string | null>[], key: K): string[] {
  return [...new Set(of.map((each) => each[key]).filter((value) => value !== null))];
}

interface Giving {
  roleId: string;
  groupId: string;
}

async function findGiving(db: Db, holdings: readonly Holding[]): Promise<Giving[]> {
  if (holdings.length === 0) return [];
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

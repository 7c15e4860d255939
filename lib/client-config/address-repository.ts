import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { AddressKey } from "./values";

/** Where the database keeps the addresses of each family, and how many bits they have. */
const families = {
  address: { column: Prisma.sql`"address"`, range: Prisma.sql`"addressRange"`, bits: 32 },
  address6: { column: Prisma.sql`"address6"`, range: Prisma.sql`"addressRange6"`, bits: 128 },
} as const;

/** The first and the last address of a network's range that a device may have. */
export interface Span {
  first: string;
  last: string;
}

/** What is left of a range without the address of the network, or of all its routers, and of all its hosts. */
export async function findSpans(
  db: Db,
  networkId: string,
): Promise<Record<AddressKey, Span | null>> {
  const [row] = await rows<Record<"first" | "last" | "first6" | "last6", string | null>>(
    db,
    Prisma.sql`SELECT host(${hostOf("address", "network")} + 1) AS "first",
      host(${hostOf("address", "broadcast")} - 1) AS "last",
      host(${hostOf("address6", "network")} + 1) AS "first6",
      host(${hostOf("address6", "broadcast")}) AS "last6"
      FROM "Network" WHERE "id" = ${networkId}`,
  );
  return {
    address: spanOf(row?.first, row?.last),
    address6: spanOf(row?.first6, row?.last6),
  };
}

function hostOf(key: AddressKey, end: "network" | "broadcast"): Prisma.Sql {
  const { range, bits } = families[key];
  return Prisma.sql`set_masklen(${Prisma.raw(end)}(${range})::inet, ${bits}::int)`;
}

function spanOf(first: string | null | undefined, last: string | null | undefined): Span | null {
  return first && last ? { first, last } : null;
}

/** What gateways of a network call their own, without masks and as it was written. */
export async function findGatewayAddresses(db: Db, networkId: string): Promise<string[]> {
  const found = await rows<{ address: string }>(
    db,
    Prisma.sql`SELECT split_part(unnest("addresses"), '/', 1) AS "address" FROM "Gateway"
      WHERE "networkId" = ${networkId}`,
  );
  return found.map(({ address }) => address);
}

interface Wanted {
  networkId: string;
  key: AddressKey;
  span: Span;
  /** What gateways have. */
  reserved: readonly string[];
}

/**
 * The lowest address of a span that nobody has; null where there is none. Goes along the index, from one address that
 * is taken to the next, and stops at the first gap.
 */
export async function findFree(
  db: Db,
  { networkId, key, span, reserved }: Wanted,
): Promise<string | null> {
  const { column } = families[key];
  const first = Prisma.sql`${span.first}::inet`;
  const last = Prisma.sql`${span.last}::inet`;
  const isReserved = familyOf(key, reserved);
  const [row] = await rows<{ free: string }>(
    db,
    Prisma.sql`
    SELECT host(taken."at" + 1) AS "free"
    FROM (
      SELECT "at", lead("at") OVER (ORDER BY "at") AS "next" FROM (
        SELECT ${first} - 1 AS "at"
        UNION ALL
        SELECT ${column} FROM "ClientConfig"
        WHERE "networkId" = ${networkId} AND ${column} >= ${first} AND ${column} <= ${last}
        UNION ALL
        SELECT r."at" FROM unnest(${isReserved}::inet[]) AS r("at")
        WHERE r."at" >= ${first} AND r."at" <= ${last}) AS each) AS taken
    WHERE CASE WHEN taken."at" < ${last} THEN taken."next" IS NULL OR taken."next" > taken."at" + 1 ELSE FALSE END
    ORDER BY taken."at" LIMIT 1`,
  );
  return row?.free ?? null;
}

function familyOf(key: AddressKey, addresses: readonly string[]): string[] {
  return addresses.filter((address) => address.includes(":") === (key === "address6"));
}

export type AddressProblem = "outside" | "reserved" | "taken" | null;

/**
 * What keeps a client config from having an address; `reserved` means that it is the network's or everybody's.
 * @param clientid whose it may be already
 */
export async function findProblem(
  db: Db,
  { networkId, key, span, reserved }: Wanted,
  { address, clientid }: { address: string; clientid: string },
): Promise<AddressProblem> {
  const { column, range } = families[key];
  const given = Prisma.sql`${address}::inet`;
  const [row] = await rows<{ problem: AddressProblem }>(
    db,
    Prisma.sql`SELECT CASE
      WHEN NOT ${given} <<= n.${range} THEN 'outside'
      WHEN ${given} < ${span.first}::inet OR ${given} > ${span.last}::inet THEN 'reserved'
      WHEN ${given} = ANY(${familyOf(key, reserved)}::inet[]) THEN 'taken'
      WHEN EXISTS (SELECT 1 FROM "ClientConfig" c
        WHERE c."networkId" = n."id" AND c.${column} = ${given} AND c."id" <> ${clientid}) THEN 'taken'
      END AS "problem"
      FROM "Network" n WHERE n."id" = ${networkId}`,
  );
  return row?.problem ?? null;
}

/** Client configs of a network whose addresses would not be a device's in these ranges; null where there are none. */
export async function findStranded(
  db: Db,
  networkId: string,
  ranges: Record<AddressKey, string>,
): Promise<Record<AddressKey, string | null>> {
  const [row] = await rows<Record<AddressKey, string | null>>(
    db,
    Prisma.sql`SELECT min("id") FILTER (WHERE ${isStranded("address", ranges)}) AS "address",
      min("id") FILTER (WHERE ${isStranded("address6", ranges)}) AS "address6"
      FROM "ClientConfig" WHERE "networkId" = ${networkId}`,
  );
  return { address: row?.address ?? null, address6: row?.address6 ?? null };
}

function isStranded(key: AddressKey, ranges: Record<AddressKey, string>): Prisma.Sql {
  const { column, bits } = families[key];
  if (ranges[key] === "") return Prisma.sql`${column} IS NOT NULL`;
  const range = Prisma.sql`${ranges[key]}::inet`;
  const isEnd = (end: "network" | "broadcast") =>
    Prisma.sql`${column} = set_masklen(${Prisma.raw(end)}(${range})::inet, ${bits}::int)`;
  const isReserved =
    key === "address" ? Prisma.sql`${isEnd("network")} OR ${isEnd("broadcast")}` : isEnd("network");
  return Prisma.sql`(NOT ${column} <<= ${range} OR ${isReserved})`;
}

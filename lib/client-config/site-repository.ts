import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import { isUuid } from "@/lib/wire";
import type { ClientConfig } from "./schema";
import type { AddressKey } from "./values";

/** Where the database keeps the addresses of each family, and how many bits they have. */
const families = {
  address: { column: Prisma.sql`"address"`, range: Prisma.sql`"addressRange"`, bits: 32 },
  address6: { column: Prisma.sql`"address6"`, range: Prisma.sql`"addressRange6"`, bits: 128 },
} as const;

/** The addresses of a network's range that a device may have: from the first to the last, and how many. */
export interface Span {
  first: string;
  last: string;
  size: string;
}

/** What there is around a client config that shall be, or be changed. */
export interface Site {
  /** The network's, as far as it has such a range, without the addresses that are no device's. */
  spans: Record<AddressKey, Span | null>;
  /** What gateways of the network call their own, without masks and as it was written. */
  reserved: string[];
  isNetwork: boolean;
  /** The network of the gateway; null where there is no such gateway. */
  gatewayNetwork: string | null;
  isIdTaken: boolean;
  /** By another client config on the gateway. */
  isKeyTaken: boolean;
}

type Wish = Pick<ClientConfig, "clientid" | "network" | "ingressgatewayid" | "publickey">;

/** In one statement, because one transaction after the other asks it under the lock of the network. */
export async function findSite(db: Db, wish: Wish): Promise<Site> {
  const gatewayId = Prisma.sql`${isUuid(wish.ingressgatewayid) ? wish.ingressgatewayid : null}::uuid`;
  const network = Prisma.sql`${wish.network}`;
  const [row] = await rows<Omit<Site, "spans"> & Record<AddressKey, Span | null>>(
    db,
    Prisma.sql`SELECT n."id" IS NOT NULL AS "isNetwork",
      ${spanOf("address", 1)} AS "address", ${spanOf("address6", 0)} AS "address6",
      ARRAY(SELECT split_part(a, '/', 1) FROM "Gateway" g, unnest(g."addresses") AS a
        WHERE g."networkId" = ${network}) AS "reserved",
      (SELECT g."networkId" FROM "Gateway" g WHERE g."id" = ${gatewayId}) AS "gatewayNetwork",
      EXISTS (SELECT 1 FROM "ClientConfig" c WHERE c."id" = ${wish.clientid}) AS "isIdTaken",
      EXISTS (SELECT 1 FROM "ClientConfig" c WHERE c."gatewayId" = ${gatewayId} AND c."publicKey" <> ''
        AND c."publicKey" = ${wish.publickey} AND c."id" <> ${wish.clientid}) AS "isKeyTaken"
      FROM (SELECT 1) AS one LEFT JOIN "Network" n ON n."id" = ${network}`,
  );
  if (!row) throw new Error("A statement without a table has one row.");
  const { address, address6, ...site } = row;
  return { ...site, spans: { address, address6 } };
}

/** @param behind how many addresses at the end are no device's */
function spanOf(key: AddressKey, behind: 0 | 1): Prisma.Sql {
  const { range, bits } = families[key];
  const host = (end: "network" | "broadcast") =>
    Prisma.sql`set_masklen(${Prisma.raw(end)}(${range})::inet, ${bits}::int)`;
  return Prisma.sql`CASE WHEN ${range} IS NOT NULL THEN json_build_object(
    'first', host(${host("network")} + 1), 'last', host(${host("broadcast")} - ${behind}::int),
    'size', (power(2::numeric, ${bits}::int - masklen(${range})) - 1 - ${behind}::int)::numeric(39, 0)::text) END`;
}

interface Wanted {
  networkId: string;
  key: AddressKey;
  span: Span;
  /** What gateways have. */
  reserved: readonly string[];
}

/**
 * The lowest address of a span that nobody has; null where there is none. Among the first n + 1 one is free where n
 * are taken: halves of them are counted along the index, and the lower one that is not full is gone on with.
 */
export async function findFree(
  db: Db,
  { networkId, key, span, reserved }: Wanted,
): Promise<string | null> {
  const { column } = families[key];
  const first = Prisma.sql`${span.first}::inet`;
  const countBetween = (low: Prisma.Sql, high: Prisma.Sql) => Prisma.sql`(
    (SELECT count(*) FROM "ClientConfig" c
      WHERE c."networkId" = ${networkId} AND c.${column} >= ${low} AND c.${column} <= ${high})
    + (SELECT count(*) FROM "others" o WHERE o."at" >= ${low} AND o."at" <= ${high}))`;
  const [row] = await rows<{ free: string }>(
    db,
    Prisma.sql`
    WITH RECURSIVE "others" AS MATERIALIZED (
      SELECT DISTINCT r."at" FROM unnest(${familyOf(key, reserved)}::inet[]) AS r("at")
      WHERE NOT EXISTS (
        SELECT 1 FROM "ClientConfig" c WHERE c."networkId" = ${networkId} AND c.${column} = r."at")),
    "all" AS MATERIALIZED (
      SELECT ${countBetween(first, Prisma.sql`${span.last}::inet`)} AS "count"),
    "part" ("low", "size") AS (
      SELECT ${first}, LEAST(${span.size}::numeric, "count" + 1)::bigint FROM "all" WHERE "count" < ${span.size}::numeric
      UNION ALL
      SELECT CASE WHEN half."isFull" THEN p."low" + p."size" / 2 ELSE p."low" END,
        CASE WHEN half."isFull" THEN p."size" - p."size" / 2 ELSE p."size" / 2 END
      FROM "part" p, LATERAL (
        SELECT ${countBetween(Prisma.sql`p."low"`, Prisma.sql`p."low" + (p."size" / 2 - 1)`)} = p."size" / 2
          AS "isFull") AS half
      WHERE p."size" > 1)
    SELECT host("low") AS "free" FROM "part" WHERE "size" = 1`,
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

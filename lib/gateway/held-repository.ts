/** The gateways that a user has; a disabled one counts as if enabled. */
import "server-only";
import type { Db } from "@/lib/db/client";
import { offsetOf, type PageRequest, type Total } from "@/lib/db/paging";
import { Prisma, rows } from "@/lib/db/sql";
import { hasGateway } from "@/lib/reach/statements";
import {
  gatewayColumns,
  onNetworks,
  searchCondition,
  toGateway,
  type GatewayRow,
} from "./repository";
import type { Gateway } from "./schema";

interface Held {
  userId: string;
  /** Where to look. */
  networks: "all" | readonly string[];
}

export interface HeldGateway {
  id: string;
  name: string;
  networkId: string;
}

interface HeldPage extends Held, PageRequest {
  network?: readonly string[] | undefined;
  q?: string | undefined;
}

/** By network and name. */
export async function findPage(
  db: Db,
  { network, q = "", ...query }: HeldPage,
): Promise<{ gateways: HeldGateway[]; total: Total }> {
  const conditions = [
    isHeld(query),
    ...(network ? [onNetworks(network)] : []),
    ...(q === "" ? [] : [searchCondition(q)]),
  ];
  const order = Prisma.sql`"networkId", "nameLower"`;
  const found = await rows<Partial<HeldGateway> & { count: number }>(
    db,
    Prisma.sql`
    WITH "held" AS MATERIALIZED (
      SELECT t."id", t."name", t."networkId", t."nameLower" FROM "Gateway" t
      WHERE ${Prisma.join(conditions, " AND ")})
    SELECT counted."count", listed.* FROM (SELECT count(*)::int AS "count" FROM "held") counted
    LEFT JOIN (
      SELECT * FROM "held" ORDER BY ${order} LIMIT ${query.per_page} OFFSET ${offsetOf(query)}
    ) listed ON TRUE
    ORDER BY ${order}`,
  );
  return {
    gateways: found.filter(isGateway),
    total: { total: found[0]?.count ?? 0, isEstimate: false },
  };
}

/** A gateway with the ranges of its network: of IPv4 and of IPv6, empty where it has none. */
export interface LocatedGateway {
  gateway: Gateway;
  ranges: [string, string];
}

interface LocatedRow extends GatewayRow {
  range: string | null;
  range6: string | null;
}

/** All of them, by network and name. */
export async function findAll(db: Db, userId: string): Promise<LocatedGateway[]> {
  const found = await rows<LocatedRow>(
    db,
    Prisma.sql`
    SELECT ${gatewayColumns}, n."addressRange"::text AS "range", n."addressRange6"::text AS "range6"
    FROM "Gateway" t JOIN "Network" n ON n."id" = t."networkId"
    WHERE ${isHeld({ userId, networks: "all" })}
    ORDER BY t."networkId", t."nameLower"`,
  );
  return found.map((row) => ({
    gateway: toGateway(row),
    ranges: [row.range ?? "", row.range6 ?? ""],
  }));
}

/** @returns how many there are, by the id of the network */
export async function countByNetwork(db: Db, held: Held): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ networkId: string; count: number }>(
    db,
    Prisma.sql`
    SELECT t."networkId", count(*)::int AS "count" FROM "Gateway" t WHERE ${isHeld(held)}
    GROUP BY t."networkId"`,
  );
  return new Map(found.map(({ networkId, count }) => [networkId, count]));
}

function isHeld({ userId, networks }: Held): Prisma.Sql {
  const has = hasGateway({
    userId: Prisma.sql`${userId}::uuid`,
    gatewayId: Prisma.sql`t."id"`,
    networkId: Prisma.sql`t."networkId"`,
  });
  return networks === "all" ? has : Prisma.sql`${onNetworks(networks)} AND ${has}`;
}

/** A page beyond the last has a row that holds the count alone. */
function isGateway<T extends object>(row: T & Partial<HeldGateway>): row is T & HeldGateway {
  return typeof row.id === "string";
}

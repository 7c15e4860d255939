import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase, lowerCase } from "@/lib/fold";
import type { Stored } from "@/lib/versions";
import { isUuid } from "@/lib/wire";
import type { Gateway, GatewayCreate, GatewayListQuery, GatewayPage } from "./schema";

export interface GatewayRow {
  id: string;
  name: string;
  nameLower: string;
  networkId: string;
  isInternetGateway: boolean;
  publicKey: string;
  listenPort: number;
  metaData: string;
  allowedEndpoints: string[];
  addresses: string[];
  dnsAddress: string;
  managesDns: boolean;
  matchDomains: string[];
  searchDomains: string[];
  nameservers: Gateway["nameservers"];
  status: Gateway["status"];
  version: string;
}

export const gatewayColumns = Sql.sql`
  t."id", t."name", t."nameLower", t."networkId", t."isInternetGateway", t."publicKey", t."listenPort",
  t."metaData", t."allowedEndpoints", t."addresses", t."dnsAddress", t."managesDns", t."matchDomains",
  t."searchDomains", t."nameservers", t."status", t."version"::text`;

export function toGateway(row: GatewayRow): Gateway {
  return {
    id: row.id,
    gw_name: row.name,
    network: row.networkId,
    is_internet_gateway: row.isInternetGateway,
    gw_peer_public_key: row.publicKey,
    gw_listen_port: row.listenPort,
    metadata: row.metaData,
    allowed_endpoints: row.allowedEndpoints,
    addresses: row.addresses,
    dns_address: row.dnsAddress,
    manage_dns: row.managesDns,
    match_domains: row.matchDomains,
    search_domains: row.searchDomains,
    nameservers: row.nameservers,
    status: row.status,
  };
}

function toColumns(gateway: Omit<GatewayCreate, "network">) {
  const { gw_name: name } = gateway;
  return {
    name,
    nameLower: lowerCase(name),
    searchText: foldCase(name),
    isInternetGateway: gateway.is_internet_gateway,
    publicKey: gateway.gw_peer_public_key,
    listenPort: gateway.gw_listen_port,
    metaData: gateway.metadata,
    allowedEndpoints: gateway.allowed_endpoints,
    addresses: gateway.addresses,
    dnsAddress: gateway.dns_address,
    managesDns: gateway.manage_dns,
    matchDomains: gateway.match_domains,
    searchDomains: gateway.search_domains,
    nameservers: gateway.nameservers,
    status: gateway.status,
  };
}

/** The networks whose gateways somebody sees. */
type Sight = "all" | readonly string[];

function seenBy(sight: Sight): Prisma.Sql[] {
  return sight === "all" ? [] : [onNetworks(sight)];
}

export function onNetworks(ids: readonly string[]): Prisma.Sql {
  return Sql.sql`t."networkId" = ANY(${[...ids]})`;
}

const BATCH = 1000;

/** By name, in keyset batches of 1,000. */
export async function* findBatches(
  db: Db,
  sight: Sight,
  networkIds: readonly string[] | undefined,
): AsyncGenerator<Gateway[]> {
  const wanted = [...seenBy(sight), ...(networkIds ? [onNetworks(networkIds)] : [])];
  let last = { nameLower: "", id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const conditions = [
      Sql.sql`(t."nameLower", t."id") > (${last.nameLower}, ${last.id}::uuid)`,
      ...wanted,
    ];
    const found = await rows<GatewayRow>(
      db,
      Sql.sql`SELECT ${gatewayColumns} FROM "Gateway" t WHERE ${Sql.join(conditions, " AND ")}
        ORDER BY t."nameLower", t."id" LIMIT ${BATCH}`,
    );
    yield found.map(toGateway);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end;
  }
}

const sortColumns: Record<GatewayListQuery["sort"], Prisma.Sql> = {
  gw_name: Sql.sql`"nameLower"`,
  network: Sql.sql`"networkId"`,
  status: Sql.sql`"status"`,
};

export async function findPage(
  db: Db,
  query: GatewayListQuery,
  sight: Sight,
): Promise<GatewayPage> {
  const { rows: found, total } = await findListed<GatewayRow & { configs: number }>(db, {
    ...query,
    table: "Gateway",
    key: Sql.sql`"id"`,
    sortedBy: sortColumns[query.sort],
    columns: Sql.sql`${gatewayColumns},
      (SELECT count(*) FROM "ClientConfig" c WHERE c."gatewayId" = t."id")::int AS "configs"`,
    conditions: [...seenBy(sight), ...conditionsOf(query)],
  });
  const data = found.map((row) => ({ ...toGateway(row), client_configs: row.configs }));
  return toPage(data, query, total);
}

function conditionsOf({ q = "", id, network, status }: GatewayListQuery): Prisma.Sql[] {
  return [
    q !== "" && searchCondition(q),
    id && Sql.sql`t."id" = ANY(${id.filter(isUuid)}::uuid[])`,
    network && onNetworks(network),
    status && Sql.sql`t."status" = ANY(${status})`,
  ].filter((condition) => condition instanceof Sql.Sql);
}

/** Names, networks, and addresses as text. */
export function searchCondition(q: string): Prisma.Sql {
  return Sql.sql`(t."searchText" LIKE ${containsPattern(foldCase(q))}
    OR concat_ws(E'\n', t."id"::text, t."networkId", array_to_string(t."addresses", E'\n'))
      LIKE ${containsPattern(foldCase(q))})`;
}

export async function findById(db: Db, id: string): Promise<Stored<Gateway> | null> {
  if (!isUuid(id)) return null;
  const [row] = await rows<GatewayRow>(
    db,
    Sql.sql`SELECT ${gatewayColumns} FROM "Gateway" t WHERE t."id" = ${id}::uuid`,
  );
  return row ? { entity: toGateway(row), version: row.version } : null;
}

/** The gateway as nobody else can change it, or refer to it, before this transaction ends. */
export async function lockById(db: Db, id: string): Promise<Stored<Gateway> | null> {
  if (!isUuid(id)) return null;
  // Two statements: the second one sees what a transaction that held the lock has written.
  await rows(db, Sql.sql`SELECT 1 FROM "Gateway" WHERE "id" = ${id}::uuid FOR UPDATE`);
  return findById(db, id);
}

interface Located {
  id: string;
  networkId: string;
}

/** Gateways that something is about to refer to: none of them goes meanwhile. */
export function lockForReference(db: Db, ids: readonly string[]): Promise<Located[]> {
  return findNetworks(db, ids, Sql.sql`FOR KEY SHARE`);
}

/** As {@link lockForReference}, without a lock. */
export async function findNetworks(
  db: Db,
  ids: readonly string[],
  lock = Sql.empty,
): Promise<Located[]> {
  const wanted = ids.filter(isUuid);
  if (wanted.length === 0) return [];
  return rows<Located>(
    db,
    Sql.sql`SELECT "id", "networkId" FROM "Gateway" WHERE "id" = ANY(${wanted}::uuid[])
      ORDER BY "id" ${lock}`,
  );
}

/** Gateways of a network that goes with them. */
export function lockIdsOfNetwork(db: Db, networkId: string): Promise<string[]> {
  return findIdsOfNetwork(db, networkId, Sql.sql`FOR UPDATE`);
}

/** As {@link lockIdsOfNetwork}, without a lock. */
export async function findIdsOfNetwork(
  db: Db,
  networkId: string,
  lock = Sql.empty,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    Sql.sql`SELECT "id" FROM "Gateway" WHERE "networkId" = ${networkId} ORDER BY "id" ${lock}`,
  );
  return found.map(({ id }) => id);
}

/** @returns its id */
export async function create(
  db: Db,
  { network, ...gateway }: GatewayCreate,
  now: Date,
): Promise<string> {
  const { id } = await db.gateway.create({
    data: { ...toColumns(gateway), networkId: network, createdAt: now, updatedAt: now },
    select: { id: true },
  });
  return id;
}

/** Writes all but the network, and raises the version. */
export async function update(db: Db, { id, ...gateway }: Gateway, now: Date): Promise<void> {
  await db.gateway.update({
    where: { id },
    data: { ...toColumns(gateway), updatedAt: now, version: { increment: 1 } },
    select: { id: true },
  });
}

export async function remove(db: Db, id: string): Promise<void> {
  await db.gateway.delete({ where: { id }, select: { id: true } });
}

import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { PlatformRole } from "@/lib/permissions";
import type { Stored } from "@/lib/versions";
import { isUuid } from "@/lib/wire";
import type {
  ClientConfig,
  ClientConfigListQuery,
  ClientConfigPage,
  ClientConfigsQuery,
} from "./schema";
import type { Peer } from "./wireguard";

export interface ConfigRow {
  id: string;
  networkId: string;
  gatewayId: string;
  ownerName: string;
  isEnabled: boolean;
  publicKey: string;
  address: string | null;
  address6: string | null;
  dns: string;
  remoteAccessClientId: string;
  deviceId: string;
  deviceName: string;
  os: string;
  endpoint: string;
  updatedAt: Date;
  version: string;
}

/** Raw, because Prisma has no columns for addresses that say what they hold. */
export const configColumns = Sql.sql`
  t."id", t."networkId", t."gatewayId", t."ownerName", t."isEnabled", t."publicKey", host(t."address") AS "address",
  host(t."address6") AS "address6", t."dns", t."remoteAccessClientId", t."deviceId", t."deviceName", t."os",
  t."updatedAt", t."version"::text, COALESCE((
    SELECT CASE WHEN strpos(g."allowedEndpoints"[1], ':') > 0 THEN '[' || g."allowedEndpoints"[1] || ']'
      ELSE g."allowedEndpoints"[1] END || ':' || g."listenPort"
    FROM "Gateway" g WHERE g."id" = t."gatewayId"), '') AS "endpoint"`;

export function toConfig(row: ConfigRow): ClientConfig {
  return {
    clientid: row.id,
    publickey: row.publicKey,
    network: row.networkId,
    dns: row.dns,
    address: row.address ?? "",
    address6: row.address6 ?? "",
    ingressgatewayid: row.gatewayId,
    ingressgatewayendpoint: row.endpoint,
    enabled: row.isEnabled,
    ownerid: row.ownerName,
    remote_access_client_id: row.remoteAccessClientId,
    device_id: row.deviceId,
    device_name: row.deviceName,
    os: row.os,
    lastmodified: Math.floor(row.updatedAt.getTime() / 1000),
  };
}

/** The client configs that somebody sees: all, or those of some networks and their own. */
export type Sight = "all" | { networks: readonly string[]; userId: string };

function seenBy(sight: Sight): Prisma.Sql[] {
  if (sight === "all") return [];
  const own = Sql.sql`t."ownerId" = ${sight.userId}::uuid`;
  if (sight.networks.length === 0) return [own];
  return [Sql.sql`(${own} OR t."networkId" = ANY(${[...sight.networks]}))`];
}

function filteredBy({ network, gateway, owner }: ClientConfigsQuery): Prisma.Sql[] {
  return [
    network && onNetworks(network),
    gateway && Sql.sql`t."gatewayId" = ANY(${gateway.filter(isUuid)}::uuid[])`,
    owner && Sql.sql`t."ownerName" = ANY(${owner})`,
  ].filter((condition) => condition instanceof Sql.Sql);
}

/** Of one network alone an index has the rows in their order. */
function onNetworks(ids: readonly string[]): Prisma.Sql {
  const [only, ...more] = ids;
  return only !== undefined && more.length === 0
    ? Sql.sql`t."networkId" = ${only}`
    : Sql.sql`t."networkId" = ANY(${[...ids]})`;
}

const BATCH = 1000;

/** By id, in keyset batches of 1,000. */
export async function* findBatches(
  db: Db,
  sight: Sight,
  query: ClientConfigsQuery,
): AsyncGenerator<ClientConfig[]> {
  const wanted = [...seenBy(sight), ...filteredBy(query)];
  let last = "";
  for (;;) {
    const conditions = [Sql.sql`t."id" > ${last}`, ...wanted];
    const found = await rows<ConfigRow>(
      db,
      Sql.sql`SELECT ${configColumns} FROM "ClientConfig" t WHERE ${Sql.join(conditions, " AND ")}
        ORDER BY t."id" LIMIT ${BATCH}`,
    );
    yield found.map(toConfig);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end.id;
  }
}

const sortColumns: Record<ClientConfigListQuery["sort"], Prisma.Sql> = {
  clientid: Sql.sql`"id"`,
  ownerid: Sql.sql`"ownerName"`,
  network: Sql.sql`"networkId"`,
  // As numbers; what has none is the last.
  address: Sql.sql`"address"`,
  address6: Sql.sql`"address6"`,
  lastmodified: Sql.sql`"updatedAt"`,
};

export async function findPage(
  db: Db,
  sight: Sight,
  query: ClientConfigListQuery,
): Promise<ClientConfigPage> {
  const { rows: found, total } = await findListed<ConfigRow>(db, {
    ...query,
    table: "ClientConfig",
    key: Sql.sql`"id"`,
    sortedBy: sortColumns[query.sort],
    columns: configColumns,
    conditions: [...seenBy(sight), ...filteredBy(query), ...searchedBy(query)],
  });
  return toPage(found.map(toConfig), query, total);
}

function searchedBy({ q = "", kind, enabled }: ClientConfigListQuery): Prisma.Sql[] {
  return [
    q !== "" && Sql.sql`t."searchText" LIKE ${containsPattern(foldCase(q))}`,
    kind && Sql.sql`t."isDevice" = ${kind === "device"}`,
    enabled && Sql.sql`t."isEnabled" = ${enabled === "true"}`,
  ].filter((condition) => condition instanceof Sql.Sql);
}

/** A client config with what never leaves the server. */
export interface StoredConfig extends Stored<ClientConfig> {
  /** Null where it belongs to nobody, as the role is. */
  ownerId: string | null;
  ownerRole: PlatformRole | null;
}

export async function findMany(db: Db, ids: readonly string[]): Promise<StoredConfig[]> {
  const found = await rows<
    ConfigRow & { ownerId: string | null; platformRoleId: PlatformRole | null }
  >(
    db,
    Sql.sql`SELECT ${configColumns}, t."ownerId", u."platformRoleId" FROM "ClientConfig" t
      LEFT JOIN "User" u ON u."id" = t."ownerId" WHERE t."id" = ANY(${[...ids]})`,
  );
  return found.map(({ ownerId, platformRoleId: ownerRole, ...row }) => ({
    entity: toConfig(row),
    version: row.version,
    ownerId,
    ownerRole,
  }));
}

export async function findById(db: Db, id: string): Promise<StoredConfig | null> {
  return (await findMany(db, [id]))[0] ?? null;
}

/** The client configs as nobody else can change them before this transaction ends, locked in the order of their ids. */
export async function lockMany(db: Db, ids: readonly string[]): Promise<StoredConfig[]> {
  // Two statements: the second one sees what a transaction that held a lock has written.
  await rows(
    db,
    Sql.sql`SELECT 1 FROM "ClientConfig" WHERE "id" = ANY(${[...ids]}) ORDER BY "id" FOR UPDATE`,
  );
  return findMany(db, ids);
}

export async function findPeer(db: Db, gatewayId: string): Promise<Peer | null> {
  const [row] = await rows<Peer>(
    db,
    Sql.sql`SELECT g."publicKey", g."isInternetGateway",
      array_remove(ARRAY[n."addressRange"::text, n."addressRange6"::text], NULL) AS "ranges"
      FROM "Gateway" g JOIN "Network" n ON n."id" = g."networkId" WHERE g."id" = ${gatewayId}::uuid`,
  );
  return row ?? null;
}

type Written = Omit<ClientConfig, "ingressgatewayendpoint" | "lastmodified">;

function columnsOf(config: Written): Record<string, Prisma.Sql> {
  const isDevice = config.device_id !== "" || config.remote_access_client_id !== "";
  const searched = [config.clientid, config.ownerid, config.device_name];
  return {
    isEnabled: Sql.sql`${config.enabled}`,
    publicKey: Sql.sql`${config.publickey}`,
    address: Sql.sql`${orNull(config.address)}::inet`,
    address6: Sql.sql`${orNull(config.address6)}::inet`,
    dns: Sql.sql`${config.dns}`,
    remoteAccessClientId: Sql.sql`${config.remote_access_client_id}`,
    deviceId: Sql.sql`${config.device_id}`,
    deviceName: Sql.sql`${config.device_name}`,
    os: Sql.sql`${config.os}`,
    isDevice: Sql.sql`${isDevice}`,
    searchText: Sql.sql`concat_ws(E'\n', ${foldCase(searched.join("\n"))}::text,
      host(${orNull(config.address)}::inet), host(${orNull(config.address6)}::inet))`,
  };
}

function orNull(address: string): string | null {
  return address === "" ? null : address;
}

export async function create(
  db: Db,
  config: Written,
  ownerId: string | null,
  now: Date,
): Promise<void> {
  const columns: Record<string, Prisma.Sql> = {
    id: Sql.sql`${config.clientid}`,
    networkId: Sql.sql`${config.network}`,
    gatewayId: Sql.sql`${config.ingressgatewayid}::uuid`,
    ownerId: Sql.sql`${ownerId}::uuid`,
    ownerName: Sql.sql`${config.ownerid}`,
    createdAt: Sql.sql`${now}::timestamptz`,
    updatedAt: Sql.sql`${now}::timestamptz`,
    ...columnsOf(config),
  };
  const names = Object.keys(columns).map((name) => Sql.raw(`"${name}"`));
  await db.$executeRaw(Sql.sql`
    INSERT INTO "ClientConfig" (${Sql.join(names)}) VALUES (${Sql.join(Object.values(columns))})`);
}

/** Writes all but what is fixed, and raises the version. */
export async function update(db: Db, config: Written, now: Date): Promise<void> {
  const set = Object.entries(columnsOf(config)).map(
    ([name, value]) => Sql.sql`${Sql.raw(`"${name}"`)} = ${value}`,
  );
  await db.$executeRaw(Sql.sql`
    UPDATE "ClientConfig" SET ${Sql.join(set)}, "updatedAt" = ${now}::timestamptz, "version" = "version" + 1
    WHERE "id" = ${config.clientid}`);
}

export async function setEnabled(
  db: Db,
  ids: readonly string[],
  isEnabled: boolean,
  now: Date,
): Promise<void> {
  await db.$executeRaw(Sql.sql`
    UPDATE "ClientConfig" SET "isEnabled" = ${isEnabled}, "updatedAt" = ${now}::timestamptz,
      "version" = "version" + 1
    WHERE "id" = ANY(${[...ids]})`);
}

export async function removeMany(db: Db, ids: readonly string[]): Promise<void> {
  await db.$executeRaw(Sql.sql`DELETE FROM "ClientConfig" WHERE "id" = ANY(${[...ids]})`);
}

/** What lies on a gateway, of all or of some owners, or in a network. */
export type Place =
  { gatewayId: string; networkId?: never } | { networkId: string; gatewayId?: never };

/** Locks in the order of their ids. @returns how many there were */
export function removeAt(db: Db, place: Place): Promise<number> {
  return db.$executeRaw(Sql.sql`
    DELETE FROM "ClientConfig" WHERE "id" IN (
      SELECT "id" FROM "ClientConfig" WHERE ${isAt(place)} ORDER BY "id" FOR UPDATE)`);
}

function isAt(place: Place): Prisma.Sql {
  if (place.networkId !== undefined) return Sql.sql`"networkId" = ${place.networkId}`;
  return Sql.sql`"gatewayId" = ${place.gatewayId}::uuid`;
}

import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase, lowerCase } from "@/lib/fold";
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { Stored } from "@/lib/versions";
import type { AccessMap } from "./access-map";
import { gatewayRightOf, gatewaysGiven, type GatewayRight } from "./gateway-right";
import type { RoleListQuery, RolePage, UserRole } from "./schema";

interface RoleRow {
  id: string;
  name: string;
  nameLower: string;
  isDefault: boolean;
  isPlatform: boolean;
  networkId: string | null;
  fullAccess: boolean;
  denyDashboardAccess: boolean;
  networkLevelAccess: AccessMap;
  metaData: string;
  version: string;
}

const columns = Sql.sql`
  t."id", t."name", t."nameLower", t."isDefault", t."isPlatform", t."networkId", t."fullAccess",
  t."denyDashboardAccess", t."networkLevelAccess", t."metaData", t."version"::text`;

function toUserRole(row: RoleRow): UserRole {
  return {
    id: row.id,
    name: row.name,
    default: row.isDefault,
    meta_data: row.metaData,
    deny_dashboard_access: row.denyDashboardAccess,
    full_access: row.fullAccess,
    network_id: row.isPlatform ? "" : (row.networkId ?? ALL_NETWORKS),
    network_level_access: row.networkLevelAccess,
    global_level_access: {},
  };
}

export async function findById(db: Db, id: string): Promise<Stored<UserRole> | null> {
  const [row] = await rows<RoleRow>(
    db,
    Sql.sql`SELECT ${columns} FROM "Role" t WHERE t."id" = ${id}`,
  );
  return row ? { entity: toUserRole(row), version: row.version } : null;
}

/** The role as nobody else can change or grant it before this transaction ends. */
export async function lockById(db: Db, id: string): Promise<Stored<UserRole> | null> {
  // Two statements: the second one sees what a transaction that held the lock has written.
  await rows(db, Sql.sql`SELECT 1 FROM "Role" WHERE "id" = ${id} FOR UPDATE`);
  return findById(db, id);
}

export function findNames(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string; gatewayRight: GatewayRight }[]> {
  return rows(
    db,
    Sql.sql`SELECT "id", "name", "gatewayRight" FROM "Role" WHERE "id" = ANY(${[...ids]})`,
  );
}

export interface GrantableRole {
  id: string;
  name: string;
  isPlatform: boolean;
  /** Null for all networks. */
  networkId: string | null;
}

/** Roles that something is about to refer to: none of them goes meanwhile. */
export function lockForReference(db: Db, ids: readonly string[]): Promise<GrantableRole[]> {
  return findGrantable(db, ids, Sql.sql`FOR KEY SHARE`);
}

/** As {@link lockForReference}, without a lock. */
export async function findGrantable(
  db: Db,
  ids: readonly string[],
  lock = Sql.empty,
): Promise<GrantableRole[]> {
  if (ids.length === 0) return [];
  return rows<GrantableRole>(
    db,
    Sql.sql`SELECT "id", "name", "isPlatform", "networkId" FROM "Role" WHERE "id" = ANY(${[...ids]})
      ORDER BY "id" ${lock}`,
  );
}

const BATCH = 1000;

/** Platform roles or network roles, by name, in keyset batches of 1,000. */
export async function* findBatches(db: Db, isPlatform: boolean): AsyncGenerator<UserRole[]> {
  let last = { nameLower: "", id: "" };
  for (;;) {
    const found = await rows<RoleRow>(
      db,
      Sql.sql`SELECT ${columns} FROM "Role" t
        WHERE t."isPlatform" = ${isPlatform} AND (t."nameLower", t."id") > (${last.nameLower}, ${last.id})
        ORDER BY t."nameLower", t."id" LIMIT ${BATCH}`,
    );
    yield found.map(toUserRole);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end;
  }
}

export async function findPage(db: Db, query: RoleListQuery): Promise<RolePage> {
  const { rows: found, total } = await findListed<RoleRow & { groups: number }>(db, {
    ...query,
    table: "Role",
    key: Sql.sql`"id"`,
    sortedBy: Sql.sql`"nameLower"`,
    order: "asc",
    columns: Sql.sql`${columns},
      (SELECT count(DISTINCT g."groupId") FROM "GroupNetworkRole" g WHERE g."roleId" = t."id")::int AS "groups"`,
    conditions: conditionsOf(query),
  });
  const data = found.map(({ groups, ...row }) => ({ ...toUserRole(row), groups }));
  return toPage(data, query, total);
}

function conditionsOf(query: RoleListQuery): Prisma.Sql[] {
  const { q, platform, network, id } = query;
  return [
    Sql.sql`t."isPlatform" = ${platform}`,
    q !== undefined && q !== "" && Sql.sql`t."searchText" LIKE ${containsPattern(foldCase(q))}`,
    network && onNetworks(network),
    query.default && Sql.sql`t."isDefault" = ${query.default === "true"}`,
    id && Sql.sql`t."id" = ANY(${id})`,
  ].filter((condition) => condition instanceof Sql.Sql);
}

/** Roles that can be granted on one of these networks; on networks that do not exist, none. */
function onNetworks(ids: string[]): Prisma.Sql {
  return Sql.sql`NOT t."isPlatform" AND (t."networkId" = ANY(${ids}) OR (t."networkId" IS NULL AND (
    ${ALL_NETWORKS} = ANY(${ids}) OR EXISTS (SELECT 1 FROM "Network" n WHERE n."id" = ANY(${ids})))))`;
}

/** A network role that has one of these names, in whatever case. */
export function findNamed(
  db: Db,
  names: readonly string[],
): Promise<{ id: string; name: string } | null> {
  return db.role.findFirst({
    where: { isPlatform: false, nameLower: { in: names.map(lowerCase) } },
    select: { id: true, name: true },
  });
}

interface NewRole {
  id: string;
  name: string;
  isDefault: boolean;
  /** Null for all networks. */
  networkId: string | null;
  fullAccess: boolean;
  denyDashboardAccess: boolean;
  access: AccessMap;
  metaData: string;
}

export async function create(db: Db, role: NewRole, now: Date): Promise<void> {
  const { access, ...columns } = role;
  await db.role.create({
    data: {
      ...columns,
      ...derivedColumns(role),
      createdAt: now,
      updatedAt: now,
      gateways: { createMany: { data: gatewayRows(access) } },
    },
    select: { id: true },
  });
}

function gatewayRows(access: AccessMap): { gatewayId: string }[] {
  return gatewaysGiven(access).map((gatewayId) => ({ gatewayId }));
}

/** What is kept beside the role so that lists and questions need not read its map. */
function derivedColumns(role: Pick<NewRole, "id" | "name" | "metaData" | "fullAccess" | "access">) {
  const { id, name, metaData, access } = role;
  return {
    nameLower: lowerCase(name),
    searchText: foldCase(`${id}\n${name}\n${metaData}`),
    networkLevelAccess: access,
    gatewayRight: gatewayRightOf(role),
  };
}

interface RoleChange {
  name: string;
  fullAccess: boolean;
  denyDashboardAccess: boolean;
  access: AccessMap;
  metaData: string;
}

/** Writes what may change of a role, and raises the version. */
export async function update(db: Db, id: string, change: RoleChange, now: Date): Promise<void> {
  const { access, ...columns } = change;
  await db.role.update({
    where: { id },
    data: {
      ...columns,
      ...derivedColumns({ id, ...change }),
      updatedAt: now,
      version: { increment: 1 },
      gateways: { deleteMany: {}, createMany: { data: gatewayRows(access) } },
    },
    select: { id: true },
  });
}

/** Grants of it go with it, in the database. */
export async function remove(db: Db, id: string): Promise<void> {
  await db.$executeRaw(Sql.sql`DELETE FROM "Role" WHERE "id" = ${id}`);
}

export function countOfNetwork(db: Db, networkId: string): Promise<number> {
  return db.role.count({ where: { networkId } });
}

function namesOneOf(gatewayIds: readonly string[]): Prisma.Sql {
  return Sql.sql`jsonb_exists_any("networkLevelAccess" -> 'remote_access_gw', ${[...gatewayIds]}::text[])`;
}

export async function lockNaming(db: Db, gatewayIds: readonly string[]): Promise<void> {
  await rows(
    db,
    Sql.sql`SELECT 1 FROM "Role" WHERE ${namesOneOf(gatewayIds)} ORDER BY "id" FOR UPDATE`,
  );
}

/** Takes gateways out of the maps that name them, and raises the versions of their roles. @returns how many those are */
export function dropGateways(db: Db, gatewayIds: readonly string[], now: Date): Promise<number> {
  const ids = Sql.sql`${[...gatewayIds]}::text[]`;
  return db.$executeRaw(Sql.sql`
    UPDATE "Role" r SET
      "networkLevelAccess" = CASE WHEN named."rest" = '{}' THEN r."networkLevelAccess" - 'remote_access_gw'
        ELSE jsonb_set(r."networkLevelAccess", '{remote_access_gw}', named."rest") END,
      "gatewayRight" = CASE WHEN r."gatewayRight" = 'gateway' AND NOT EXISTS (
          SELECT 1 FROM jsonb_each(named."rest") e WHERE e.value ->> 'vpn_access' = 'true') THEN 'reach'
        ELSE r."gatewayRight" END,
      "updatedAt" = ${now}::timestamptz, "version" = r."version" + 1
    FROM (
      SELECT "id", ("networkLevelAccess" -> 'remote_access_gw') - ${ids} AS "rest" FROM "Role"
      WHERE ${namesOneOf(gatewayIds)}
      ORDER BY "id" FOR UPDATE) named
    WHERE r."id" = named."id"`);
}

import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { foldCase } from "@/lib/fold";
import { gatewayRightOf } from "./gateway-right";
import { userRole, type UserRole } from "./schema";

const roleSelect = {
  id: true,
  name: true,
  isDefault: true,
  isPlatform: true,
  networkId: true,
  fullAccess: true,
  denyDashboardAccess: true,
  networkLevelAccess: true,
  metaData: true,
} satisfies Prisma.RoleSelect;
type RoleRow = Prisma.RoleGetPayload<{ select: typeof roleSelect }>;

export async function findById(db: Db, id: string): Promise<UserRole | null> {
  const row = await db.role.findUnique({ where: { id }, select: roleSelect });
  return row && toUserRole(row);
}

/** @returns the name, as it is written, of a network role that has one of these names, in whatever case */
export async function findNamed(db: Db, names: readonly string[]): Promise<string | null> {
  const found = await db.role.findFirst({
    where: { isPlatform: false, nameLower: { in: names.map(foldCase) } },
    select: { name: true },
  });
  return found?.name ?? null;
}

interface NewRole {
  id: string;
  name: string;
  isDefault: boolean;
  /** Null for all networks. */
  networkId: string | null;
  fullAccess: boolean;
  denyDashboardAccess: boolean;
  access: UserRole["network_level_access"];
  metaData: string;
}

export async function create(db: Db, role: NewRole, now: Date): Promise<void> {
  const { access, ...columns } = role;
  await db.role.create({
    data: { ...columns, ...derivedColumns(role), createdAt: now, updatedAt: now },
    select: { id: true },
  });
}

/** What is kept beside the role so that lists and questions need not read its map. */
function derivedColumns(role: Pick<NewRole, "id" | "name" | "metaData" | "fullAccess" | "access">) {
  const { id, name, metaData, access } = role;
  return {
    nameLower: foldCase(name),
    searchText: foldCase(`${id}\n${name}\n${metaData}`),
    networkLevelAccess: access,
    gatewayRight: gatewayRightOf(role),
  };
}

export function countOfNetwork(db: Db, networkId: string): Promise<number> {
  return db.role.count({ where: { networkId } });
}

function toUserRole(row: RoleRow): UserRole {
  return {
    id: row.id,
    name: row.name,
    default: row.isDefault,
    meta_data: row.metaData,
    deny_dashboard_access: row.denyDashboardAccess,
    full_access: row.fullAccess,
    network_id: row.isPlatform ? "" : (row.networkId ?? "all_networks"),
    network_level_access: userRole.shape.network_level_access.parse(row.networkLevelAccess),
    global_level_access: {},
  };
}

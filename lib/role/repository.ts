import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
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

import "server-only";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { conflict, notFound, type AppError } from "@/lib/errors";
import * as roles from "./repository";
import type { UserRole } from "./schema";
import { networkRole, userTemplate } from "./template";

/** The role of a user that the actor may see already. */
export async function roleOf({ db }: Pick<Context, "db">, id: string): Promise<UserRole> {
  const stored = await roles.findById(db, id);
  if (!stored) throw notFound("role", id);
  return stored.entity;
}

/** The two roles that are made with a network. @throws AppError `conflict` where a role has one of their names */
export async function createRolesOfNetwork(tx: Tx, netid: string): Promise<void> {
  const made = [
    { ...networkRole(netid, "admin"), fullAccess: true, access: {} },
    { ...networkRole(netid, "user"), fullAccess: false, access: userTemplate },
  ];
  const clash = await roles.findNamed(
    tx.db,
    made.map(({ name }) => name),
  );
  if (clash) throw nameClash(clash.name);
  for (const role of made) {
    const columns = {
      ...role,
      isDefault: true,
      networkId: netid,
      metaData: "",
      denyDashboardAccess: false,
    };
    await roles.create(tx.db, columns, tx.now).catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameClash(role.name) : error;
    });
  }
}

function nameClash(name: string): AppError {
  return conflict(`A role is called "${name}", as one of this network's would be.`, "netid");
}

export function countRolesOfNetwork({ db }: Tx, netid: string): Promise<number> {
  return roles.countOfNetwork(db, netid);
}

export type GrantableRole = roles.GrantableRole;

/** The roles of these ids that exist, and stay until this transaction ends. */
export async function lockRoles(
  { db, isPreview }: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GrantableRole>> {
  const found = isPreview
    ? await roles.findGrantable(db, ids)
    : await roles.lockForReference(db, ids);
  return new Map(found.map((role) => [role.id, role]));
}

/** Name and right of roles, by id. */
export async function rolesOf({ db }: Pick<Context, "db">, ids: readonly string[]) {
  const found = await roles.findNames(db, ids);
  return new Map(found.map((role) => [role.id, role]));
}

/** Locks the roles whose access maps name these gateways, before the gateways are. */
export function lockRolesNaming({ db }: Tx, gatewayIds: readonly string[]): Promise<void> {
  return roles.lockNaming(db, gatewayIds);
}

/** Takes gateways that are about to go out of the roles that name them. @returns how many roles that were */
export async function dropGatewaysFromRoles(
  { db, now }: Tx,
  gatewayIds: readonly string[],
): Promise<number> {
  return gatewayIds.length === 0 ? 0 : roles.dropGateways(db, gatewayIds, now);
}

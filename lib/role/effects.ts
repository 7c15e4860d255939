import "server-only";
import type { Context, Tx } from "@/lib/context";
import { conflict, notFound } from "@/lib/errors";
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
  if (clash) {
    throw conflict(`A role is called "${clash.name}", as one of this network's would be.`, "netid");
  }
  for (const role of made) {
    await roles.create(
      tx.db,
      { ...role, isDefault: true, networkId: netid, metaData: "", denyDashboardAccess: false },
      tx.now,
    );
  }
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

import "server-only";
import { isDeepStrictEqual } from "node:util";
import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/audit";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { conflict, invalid, notFound, type FieldError, type Versioned } from "@/lib/errors";
import { raiseGrantingGroups } from "@/lib/group/effects";
import { lockNetworks } from "@/lib/network/effects";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { requireMatch, toVersioned, type Stored } from "@/lib/versions";
import type { AccessMap } from "./access-map";
import { roleAudit, snapshotOf } from "./audit";
import { canChangeRole } from "./policy";
import * as roles from "./repository";
import type { RoleCreate, RoleListQuery, RolePage, RoleUpdate, UserRole } from "./schema";
import { allOf } from "./values";

/** Platform roles or network roles, by name, in batches. */
export function listRoles(ctx: Context, isPlatform: boolean): AsyncIterable<UserRole[]> {
  authorize(ctx, "roles:read");
  return roles.findBatches(ctx.db, isPlatform);
}

export function pageRoles(ctx: Context, query: RoleListQuery): Promise<RolePage> {
  authorize(ctx, "roles:read");
  return roles.findPage(ctx.db, query);
}

export async function getRole(ctx: Context, id: string): Promise<Versioned<UserRole>> {
  authorize(ctx, "roles:read");
  const stored = await roles.findById(ctx.db, id);
  if (!stored) throw notFound("role", id);
  return toVersioned(stored);
}

export async function createRole(ctx: Context, input: RoleCreate): Promise<Versioned<UserRole>> {
  authorize(ctx, "roles:write");
  return transaction(ctx, async (tx) => {
    const { name, network_id: networkId, network_level_access: access } = input;
    await requireFreeName(tx, name);
    await requireReferences(tx, { networkId, access });
    const id = uuidv7();
    await roles
      .create(
        tx.db,
        {
          id,
          name,
          isDefault: false,
          networkId: networkId === ALL_NETWORKS ? null : networkId,
          fullAccess: input.full_access,
          denyDashboardAccess: input.deny_dashboard_access,
          access,
          metaData: input.meta_data,
        },
        tx.now,
      )
      .catch(nameTakenMeanwhile(name));
    const created = await locked(tx, id);
    await audit(tx, roleAudit, {
      verb: "role.create",
      ...targetOf(created.entity),
      before: null,
      after: snapshotOf(created.entity),
    });
    return toVersioned(created);
  });
}

export async function updateRole(ctx: Context, input: RoleUpdate): Promise<Versioned<UserRole>> {
  authorize(ctx, "roles:write");
  return transaction(ctx, async (tx) => {
    const before = await locked(tx, input.id);
    const { entity: role } = before;
    enforce(canChangeRole(tx.actor, role));
    requireMatch(tx.ifMatch, before);
    if (input.network_id !== undefined && input.network_id !== role.network_id) {
      throw conflict(
        `A role stays with its network: this one with "${role.network_id}".`,
        "network_id",
      );
    }
    // The database keeps the keys of a map in an order of its own: the same map in another order is no change.
    const isSameMap = isDeepStrictEqual(input.network_level_access, role.network_level_access);
    const after = {
      ...role,
      ...input,
      ...(isSameMap && { network_level_access: role.network_level_access }),
    };
    if (after.name !== role.name) await requireFreeName(tx, after.name, role.id);
    const { network_id: networkId, network_level_access: access } = after;
    if (input.network_level_access) await requireReferences(tx, { networkId, access });

    const change = { before: snapshotOf(role), after: snapshotOf(after) };
    if (JSON.stringify(change.before) === JSON.stringify(change.after)) return toVersioned(before);
    await roles
      .update(
        tx.db,
        role.id,
        {
          name: after.name,
          fullAccess: after.full_access,
          denyDashboardAccess: after.deny_dashboard_access,
          access,
          metaData: after.meta_data,
        },
        tx.now,
      )
      .catch(nameTakenMeanwhile(after.name));
    await audit(tx, roleAudit, { verb: "role.update", ...targetOf(after), ...change });
    return toVersioned(await locked(tx, role.id));
  });
}

/** Deletes a role; groups that grant it grant it no more. */
export async function deleteRole(ctx: Context, id: string): Promise<null> {
  authorize(ctx, "roles:write");
  return transaction(ctx, async (tx) => {
    const before = await locked(tx, id);
    enforce(canChangeRole(tx.actor, before.entity));
    requireMatch(tx.ifMatch, before);
    await raiseGrantingGroups(tx, { roleId: id });
    await roles.remove(tx.db, id);
    await audit(tx, roleAudit, {
      verb: "role.delete",
      ...targetOf(before.entity),
      before: snapshotOf(before.entity),
      after: null,
    });
    return null;
  });
}

/** @throws AppError `not_found` */
async function locked(tx: Tx, id: string): Promise<Stored<UserRole>> {
  const stored = await roles.lockById(tx.db, id);
  if (!stored) throw notFound("role", id);
  return stored;
}

/** @param ownId of the role that is about to be called so */
async function requireFreeName(tx: Tx, name: string, ownId?: string): Promise<void> {
  const holder = await roles.findNamed(tx.db, [name]);
  if (holder && holder.id !== ownId) throw nameTaken(holder.name);
}

function nameTakenMeanwhile(name: string) {
  return (error: unknown): never => {
    throw isUniqueViolation(error) ? nameTaken(name) : error;
  };
}

function nameTaken(name: string) {
  return conflict(`There is a role "${name}" already.`, "name");
}

interface References {
  networkId: string;
  access: AccessMap;
}

/** @throws AppError `invalid` with every network and gateway that does not exist */
async function requireReferences(tx: Tx, { networkId, access }: References): Promise<void> {
  const errors: FieldError[] = [];
  if (networkId !== ALL_NETWORKS && !(await lockNetworks(tx, [networkId])).has(networkId)) {
    errors.push({ path: "network_id", message: `There is no network "${networkId}".` });
  }
  const type = "remote_access_gw";
  const gateways = Object.keys(access[type] ?? {}).filter((id) => id !== allOf(type));
  // There are no gateways yet.
  for (const id of gateways) {
    errors.push({
      path: `network_level_access.${type}.${id}`,
      message: `There is no gateway "${id}" in the role's network.`,
    });
  }
  if (errors.length > 0) throw invalid(errors);
}

function targetOf({ id, name }: UserRole) {
  return { target: id, targetName: name };
}

import "server-only";
import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { notFound, type Versioned } from "@/lib/errors";
import { raiseGrantingGroups } from "@/lib/group/effects";
import { dropLostConfigs, goneAlong } from "@/lib/reach/losing";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { toVersioned } from "@/lib/versions";
import { roleAudit, snapshotOf } from "./audit";
import {
  checkNewRole,
  checkRoleRemoval,
  checkRoleUpdate,
  locked,
  nameTakenMeanwhile,
} from "./checks-service";
import { reachOfRole } from "./reach";
import * as roles from "./repository";
import type { RoleCreate, RoleListQuery, RolePage, RoleUpdate, UserRole } from "./schema";

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
    await checkNewRole(tx, input);
    const { name, network_id: networkId, network_level_access: access } = input;
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
    const { before, after } = await checkRoleUpdate(tx, input);
    const { entity: role } = before;
    const change = { before: snapshotOf(role), after: snapshotOf(after) };
    if (JSON.stringify(change.before) === JSON.stringify(change.after)) return toVersioned(before);
    const { total } = await dropLostConfigs(tx, reachOfRole(after));
    await roles
      .update(
        tx.db,
        role.id,
        {
          name: after.name,
          fullAccess: after.full_access,
          denyDashboardAccess: after.deny_dashboard_access,
          access: after.network_level_access,
          metaData: after.meta_data,
        },
        tx.now,
      )
      .catch(nameTakenMeanwhile(after.name));
    await audit(tx, roleAudit, {
      verb: "role.update",
      ...targetOf(after),
      before: { ...change.before, ...goneAlong(total) },
      after: change.after,
    });
    return toVersioned(await locked(tx, role.id));
  });
}

/** Deletes a role; groups that grant it grant it no more. */
export async function deleteRole(ctx: Context, id: string): Promise<null> {
  authorize(ctx, "roles:write");
  return transaction(ctx, async (tx) => {
    const before = await checkRoleRemoval(tx, id);
    const { total } = await dropLostConfigs(tx, { role: id });
    await raiseGrantingGroups(tx, { roleId: id });
    await roles.remove(tx.db, id);
    await audit(tx, roleAudit, {
      verb: "role.delete",
      ...targetOf(before.entity),
      before: { ...snapshotOf(before.entity), ...goneAlong(total) },
      after: null,
    });
    return null;
  });
}

function targetOf({ id, name }: UserRole) {
  return { target: id, targetName: name };
}

/** What calls about roles are refused for, before they write; in a preview of a call the same, without locks. */
import "server-only";
import { isDeepStrictEqual } from "node:util";
import { enforce } from "@/lib/authorize";
import type { Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { conflict, invalid, notFound, type FieldError } from "@/lib/errors";
import { lockGateways } from "@/lib/gateway/effects";
import { lockNetworks } from "@/lib/network/effects";
import { noSuch } from "@/lib/no-such";
import { lockLosing } from "@/lib/reach/losing";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { requireMatch, type Stored } from "@/lib/versions";
import type { AccessMap } from "./access-map";
import { canChangeRole } from "./policy";
import * as roles from "./repository";
import type { RoleCreate, RoleUpdate, UserRole } from "./schema";
import { allOf } from "./values";

/** @throws AppError `conflict` where the name is taken, `invalid` where it refers to what does not exist */
export async function checkNewRole(tx: Tx, input: RoleCreate): Promise<void> {
  const { name, network_id: networkId, network_level_access: access } = input;
  await requireFreeName(tx, name);
  await requireReferences(tx, { networkId, access });
}

/** @returns the role, locked, and as the input leaves it */
export async function checkRoleUpdate(tx: Tx, input: RoleUpdate) {
  await lockLosing(tx, "many");
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
  return { before, after };
}

/** @returns the role, locked */
export async function checkRoleRemoval(tx: Tx, id: string): Promise<Stored<UserRole>> {
  await lockLosing(tx, "many");
  const before = await locked(tx, id);
  enforce(canChangeRole(tx.actor, before.entity));
  requireMatch(tx.ifMatch, before);
  return before;
}

/** @throws AppError `not_found` */
export async function locked(tx: Tx, id: string): Promise<Stored<UserRole>> {
  const stored = tx.isPreview ? await roles.findById(tx.db, id) : await roles.lockById(tx.db, id);
  if (!stored) throw notFound("role", id);
  return stored;
}

/** @param ownId of the role that is about to be called so */
async function requireFreeName(tx: Tx, name: string, ownId?: string): Promise<void> {
  const holder = await roles.findNamed(tx.db, [name]);
  if (holder && holder.id !== ownId) throw nameTaken(holder.name);
}

export function nameTakenMeanwhile(name: string) {
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
    errors.push({ path: "network_id", message: noSuch("network", networkId) });
  }
  const type = "remote_access_gw";
  const ids = Object.keys(access[type] ?? {}).filter((id) => id !== allOf(type));
  const networkOf = await lockGateways(tx, ids);
  for (const id of ids) {
    const gatewayNetwork = networkOf.get(id);
    if (gatewayNetwork === networkId) continue;
    if (gatewayNetwork !== undefined && networkId === ALL_NETWORKS) continue;
    errors.push({
      path: `network_level_access.${type}.${id}`,
      message:
        networkId === ALL_NETWORKS
          ? noSuch("gateway", id)
          : `There is no gateway "${id}" in the role's network.`,
    });
  }
  if (errors.length > 0) throw invalid(errors);
}

import "server-only";
import { isDeepStrictEqual } from "node:util";
import { audit } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { conflict, invalid, notFound, type AppError, type Versioned } from "@/lib/errors";
import { removeConfigsOf, requireConfigsWithin } from "@/lib/client-config/effects";
import { endAttachments, gatewaysOfNetwork, lockGatewaysOfNetwork } from "@/lib/gateway/effects";
import {
  createGroupsOfNetwork,
  lockUsersOfNetwork,
  raiseGrantingGroups,
  emptyGroupsOfNetwork,
} from "@/lib/group/effects";
import { visibleNetworks } from "@/lib/permissions";
import {
  countRolesOfNetwork,
  createRolesOfNetwork,
  dropGatewaysFromRoles,
  lockRolesNaming,
} from "@/lib/role/effects";
import { requireMatch, toVersioned, type Stored } from "@/lib/versions";
import { networkAudit, snapshotOf } from "./audit";
import * as networks from "./repository";
import type {
  Network,
  NetworkCreate,
  NetworkListQuery,
  NetworkPage,
  NetworkUpdate,
} from "./schema";

/** The networks that the actor sees, by id, in batches. */
export function listNetworks(ctx: Context): AsyncIterable<Network[]> {
  authorize(ctx, "networks:see");
  return networks.findBatches(ctx.db, visibleNetworks(ctx.actor));
}

export function pageNetworks(ctx: Context, query: NetworkListQuery): Promise<NetworkPage> {
  authorize(ctx, "networks:see");
  return networks.findPage(ctx.db, query, visibleNetworks(ctx.actor));
}

export async function getNetwork(ctx: Context, netid: string): Promise<Versioned<Network>> {
  authorize(ctx, "networks:see");
  const sight = visibleNetworks(ctx.actor);
  const isSeen = sight === "all" || sight.includes(netid);
  const stored = isSeen ? await networks.findById(ctx.db, netid) : null;
  if (!stored) throw notFound("network", netid);
  return toVersioned(stored);
}

export async function createNetwork(
  ctx: Context,
  given: NetworkCreate,
): Promise<Versioned<Network>> {
  authorize(ctx, "networks:write");
  return transaction(ctx, async (tx) => {
    await networks.lockRanges(tx.db);
    const input = await networks.asStored(tx.db, given);
    if (await networks.findById(tx.db, input.netid)) throw taken(input.netid);
    await requireFreeRanges(tx, input);

    await networks.create(tx.db, input, tx.now).catch((error: unknown) => {
      throw isUniqueViolation(error) ? taken(input.netid) : error;
    });
    await createRolesOfNetwork(tx, input.netid);
    await createGroupsOfNetwork(tx, input.netid);
    await audit(tx, networkAudit, {
      verb: "network.create",
      ...targetOf(input),
      before: null,
      after: snapshotOf(input),
    });
    return toVersioned(await locked(tx, input.netid));
  });
}

export async function updateNetwork(
  ctx: Context,
  netid: string,
  input: NetworkUpdate,
): Promise<Versioned<Network>> {
  authorize(ctx, "networks:write");
  return transaction(ctx, async (tx) => {
    await networks.lockRanges(tx.db);
    const before = await locked(tx, netid);
    const after = await networks.asStored(tx.db, { ...before.entity, ...input, netid });
    if (after.addressrange === "" && after.addressrange6 === "") {
      const path = input.addressrange === "" ? "addressrange" : "addressrange6";
      throw invalid([{ path, message: "A network keeps at least one range." }]);
    }
    requireMatch(tx.ifMatch, before);
    if (input.netid !== undefined && input.netid !== netid) {
      throw conflict(`The id of a network stays: this one is "${netid}".`, "netid");
    }
    if (isDeepStrictEqual(before.entity, after)) return toVersioned(before);
    await requireFreeRanges(tx, after);
    await requireConfigsWithin(tx, after);

    await networks.update(tx.db, after, tx.now);
    await audit(tx, networkAudit, {
      verb: "network.update",
      ...targetOf(after),
      before: snapshotOf(before.entity),
      after: snapshotOf(after),
    });
    return toVersioned(await locked(tx, netid));
  });
}

const DELETE_TIMEOUT_MS = 120_000;

/** Deletes a network with its gateways, their attachments and client configs, its roles, its groups and whatever is granted on it. */
export async function deleteNetwork(ctx: Context, netid: string): Promise<string> {
  authorize(ctx, "networks:write");
  return transaction(
    ctx,
    async (tx) => {
      const before = await checkNetworkRemoval(tx, netid);
      await lockRolesNaming(tx, await gatewaysOfNetwork(tx, netid));
      const memberships = await emptyGroupsOfNetwork(tx, netid);
      await raiseGrantingGroups(tx, { networkId: netid });
      const roles = await countRolesOfNetwork(tx, netid);
      const gateways = await lockGatewaysOfNetwork(tx, netid);
      const attachments = await endAttachments(tx, gateways);
      await dropGatewaysFromRoles(tx, gateways);
      const configs = await removeConfigsOf(tx, { networkId: netid });
      await networks.remove(tx.db, netid);
      await audit(tx, networkAudit, {
        verb: "network.delete",
        ...targetOf(before.entity),
        before: {
          ...snapshotOf(before.entity),
          memberships,
          roles,
          gateways: gateways.length,
          attachments,
          client_configs: configs,
        },
        after: null,
      });
      return `${netid} deleted.`;
    },
    { timeoutMs: DELETE_TIMEOUT_MS },
  );
}

/** @returns the network, locked; in a preview of the call the same, without a lock */
export async function checkNetworkRemoval(tx: Tx, netid: string): Promise<Stored<Network>> {
  if (!tx.isPreview) await lockUsersOfNetwork(tx, netid);
  const before = await locked(tx, netid);
  requireMatch(tx.ifMatch, before);
  return before;
}

/** @throws AppError `not_found` */
async function locked(tx: Tx, netid: string): Promise<Stored<Network>> {
  const stored = tx.isPreview
    ? await networks.findById(tx.db, netid)
    : await networks.lockById(tx.db, netid);
  if (!stored) throw notFound("network", netid);
  return stored;
}

/** @throws AppError `conflict` that names the network with which a range overlaps */
async function requireFreeRanges(tx: Tx, network: Network): Promise<void> {
  const overlap = await networks.findOverlap(tx.db, network);
  for (const key of ["addressrange", "addressrange6"] as const) {
    if (overlap[key] === null) continue;
    throw conflict(
      `${network[key]} overlaps with the range of the network "${overlap[key]}".`,
      key,
    );
  }
}

function targetOf({ netid }: Pick<Network, "netid">) {
  return { target: netid, targetName: netid };
}

function taken(netid: string): AppError {
  return conflict(`There is a network "${netid}" already.`, "netid");
}

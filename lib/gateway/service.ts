import "server-only";
import { isDeepStrictEqual } from "node:util";
import { audit } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { removeConfigsOf } from "@/lib/client-config/effects";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { conflict, invalid, notFound, type Versioned } from "@/lib/errors";
import { lockNetworks } from "@/lib/network/effects";
import { noSuch } from "@/lib/no-such";
import { visibleNetworks } from "@/lib/permissions";
import { dropGatewaysFromRoles, lockRolesNaming } from "@/lib/role/effects";
import { requireMatch, toVersioned, type Stored } from "@/lib/versions";
import { gatewayAudit, snapshotOf } from "./audit";
import { endAttachments, lockAttached } from "./effects";
import * as gateways from "./repository";
import type {
  Gateway,
  GatewayCreate,
  GatewayListQuery,
  GatewayPage,
  GatewaysQuery,
  GatewayUpdate,
} from "./schema";

/** The gateways that the actor sees, by name, in batches. */
export function listGateways(ctx: Context, { network }: GatewaysQuery): AsyncIterable<Gateway[]> {
  authorize(ctx, "gateways:see");
  return gateways.findBatches(ctx.db, visibleNetworks(ctx.actor), network);
}

export function pageGateways(ctx: Context, query: GatewayListQuery): Promise<GatewayPage> {
  authorize(ctx, "gateways:see");
  return gateways.findPage(ctx.db, query, visibleNetworks(ctx.actor));
}

export async function getGateway(ctx: Context, id: string): Promise<Versioned<Gateway>> {
  authorize(ctx, "gateways:see");
  const sight = visibleNetworks(ctx.actor);
  const stored = await gateways.findById(ctx.db, id);
  const isSeen = stored && (sight === "all" || sight.includes(stored.entity.network));
  if (!isSeen) throw notFound("gateway", id);
  return toVersioned(stored);
}

export async function createGateway(
  ctx: Context,
  input: GatewayCreate,
): Promise<Versioned<Gateway>> {
  authorize(ctx, "gateways:write");
  return transaction(ctx, async (tx) => {
    const { network } = input;
    if (!(await lockNetworks(tx, [network])).has(network)) {
      throw invalid([{ path: "network", message: noSuch("network", network) }]);
    }
    const id = await gateways.create(tx.db, input, tx.now).catch(nameTaken(input));
    const created = await locked(tx, id);
    await audit(tx, gatewayAudit, {
      verb: "gateway.create",
      ...targetOf(created.entity),
      before: null,
      after: snapshotOf(created.entity),
    });
    return toVersioned(created);
  });
}

export async function updateGateway(
  ctx: Context,
  id: string,
  input: GatewayUpdate,
): Promise<Versioned<Gateway>> {
  authorize(ctx, "gateways:write");
  return transaction(ctx, async (tx) => {
    const before = await locked(tx, id);
    const { entity: gateway } = before;
    requireMatch(tx.ifMatch, before);
    if (input.network !== undefined && input.network !== gateway.network) {
      throw conflict(
        `A gateway stays in its network: this one in "${gateway.network}".`,
        "network",
      );
    }
    const after = { ...gateway, ...input };
    if (isDeepStrictEqual(gateway, after)) return toVersioned(before);
    await gateways.update(tx.db, after, tx.now).catch(nameTaken(after));
    await audit(tx, gatewayAudit, {
      verb: "gateway.update",
      ...targetOf(after),
      before: snapshotOf(gateway),
      after: snapshotOf(after),
    });
    return toVersioned(await locked(tx, gateway.id));
  });
}

const DELETE_TIMEOUT_MS = 120_000;

/** Deletes a gateway with its attachments and client configs, and takes it out of the roles that name it. */
export async function deleteGateway(ctx: Context, id: string): Promise<null> {
  authorize(ctx, "gateways:write");
  return transaction(
    ctx,
    async (tx) => {
      const before = await lockForRemoval(tx, id);
      const { entity: gateway } = before;
      requireMatch(tx.ifMatch, before);
      const attachments = await endAttachments(tx, [gateway.id]);
      const roles = await dropGatewaysFromRoles(tx, [gateway.id]);
      const configs = await removeConfigsOf(tx, { gatewayId: gateway.id });
      await gateways.remove(tx.db, gateway.id);
      await audit(tx, gatewayAudit, {
        verb: "gateway.delete",
        ...targetOf(gateway),
        before: { ...snapshotOf(gateway), roles, attachments, client_configs: configs },
        after: null,
      });
      return null;
    },
    { timeoutMs: DELETE_TIMEOUT_MS },
  );
}

/** Locks what refers to the gateway before it, in the order of all: users, roles, gateways. */
async function lockForRemoval(tx: Tx, id: string): Promise<Stored<Gateway>> {
  const stored = await gateways.findById(tx.db, id);
  if (!stored) throw notFound("gateway", id);
  await lockAttached(tx, stored.entity.id);
  await lockRolesNaming(tx, [stored.entity.id]);
  return locked(tx, id);
}

/** @throws AppError `not_found` */
async function locked(tx: Tx, id: string): Promise<Stored<Gateway>> {
  const stored = await gateways.lockById(tx.db, id);
  if (!stored) throw notFound("gateway", id);
  return stored;
}

function nameTaken({ gw_name: name, network }: Pick<Gateway, "gw_name" | "network">) {
  return (error: unknown): never => {
    if (!isUniqueViolation(error)) throw error;
    throw conflict(`The network "${network}" has a gateway "${name}" already.`, "gw_name");
  };
}

function targetOf({ id, gw_name: name }: Gateway) {
  return { target: id, targetName: name };
}

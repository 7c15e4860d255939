import "server-only";
import { authorizeCall, authorizeRow, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { notFound, type Versioned } from "@/lib/errors";
import { noSuchUser } from "@/lib/group/policy";
import { reasonOf, type Actor, type Verdict } from "@/lib/permissions";
import {
  answerOf,
  attachTo,
  detachFrom,
  findUsers,
  lockUser,
  lockUsers,
  requireVersion,
  sightOf,
  type StoredUser,
} from "@/lib/user/effects";
import type { BulkResult, User } from "@/lib/user/schema";
import * as attachments from "./attachment-repository";
import { canBeAttached, canBeDetached, canChangeAttachments } from "./policy";
import * as gateways from "./repository";

interface Attachment {
  username: string;
  gatewayId: string;
}

/** Attaches a user to a gateway. Repeating what is so changes nothing. */
export async function attachUser(
  ctx: Context,
  { username, gatewayId: given }: Attachment,
): Promise<Versioned<User>> {
  authorizeCall(ctx, "attachments:manage", { row: true });
  return transaction(ctx, async (tx) => {
    const { user, gatewayId } = await lockBoth(tx, { username, gatewayId: given });
    await requireSeenVersion(tx, user);
    enforce(canBeAttached(user.entity));
    if (gatewayId in user.entity.remote_gw_ids) return seen(tx, user);

    await attachTo(tx, gatewayId, [user]);
    return seen(tx, await lockUser(tx, username));
  });
}

/** Takes an attachment away, with the client configs that the user has on the gateway. */
export async function detachUser(
  ctx: Context,
  { username, gatewayId: given }: Attachment,
): Promise<Versioned<User>> {
  authorizeCall(ctx, "attachments:manage", { row: true });
  return transaction(ctx, async (tx) => {
    const { user, gatewayId } = await lockBoth(tx, { username, gatewayId: given });
    enforce(canBeDetached(user.entity, gatewayId));
    await requireSeenVersion(tx, user);

    await detachFrom(tx, gatewayId, [user]);
    return seen(tx, await lockUser(tx, username));
  });
}

/** User and gateway, locked in this order, as far as the actor may name them. */
async function lockBoth(tx: Tx, { username, gatewayId }: Attachment) {
  const id = await requireGateway(tx, gatewayId);
  const user = await lockUser(tx, username);
  enforce(canChangeAttachments(tx.actor, user.entity));
  await lockGateway(tx, id);
  return { user, gatewayId: id };
}

/**
 * Which network it is about only the gateway knows.
 * @returns its id as it is stored
 * @throws AppError `not_found`, also where it is in no network of the actor's
 */
async function requireGateway(ctx: Context, id: string): Promise<string> {
  const missing = () => notFound("gateway", id);
  const stored = await gateways.findById(ctx.db, id);
  if (!stored) throw missing();
  authorizeRow(ctx, "attachments:manage", { network: stored.entity.network }, missing);
  return stored.entity.id;
}

/** It stays until this transaction ends. @throws AppError `not_found` */
async function lockGateway(tx: Tx, id: string): Promise<void> {
  const [found] = await gateways.lockForReference(tx.db, [id]);
  if (!found) throw notFound("gateway", id);
}

async function requireSeenVersion(tx: Tx, user: StoredUser): Promise<void> {
  requireVersion(tx, user, await sightOf(tx, [user.entity]));
}

async function seen(tx: Tx, user: StoredUser): Promise<Versioned<User>> {
  return answerOf(tx, user, await sightOf(tx, [user.entity]));
}

interface Bulk {
  gatewayId: string;
  /** Usernames, each once. */
  ids: string[];
  /** Tells what would be done, and does nothing. */
  isDryRun: boolean;
}

const BULK_TIMEOUT_MS = 120_000;

/** Attaches all that may be, in one transaction. Whoever is attached already is done. */
export function attachUsers(ctx: Context, bulk: Bulk): Promise<BulkResult> {
  return changeMany(ctx, bulk, false);
}

/** Takes the attachments of all away that have one, each with its client configs, in one transaction. */
export function detachUsers(ctx: Context, bulk: Bulk): Promise<BulkResult> {
  return changeMany(ctx, bulk, true);
}

function changeMany(
  ctx: Context,
  { gatewayId: given, ids, isDryRun }: Bulk,
  isLeaving: boolean,
): Promise<BulkResult> {
  authorizeCall(ctx, "attachments:manage", { row: true });
  return transaction(
    ctx,
    async (tx) => {
      const gatewayId = await requireGateway(tx, given);
      const named = isDryRun ? await findUsers(tx, ids) : await lockUsers(tx, ids);
      const { changing, result } = sort(tx, { ids, named, gatewayId, isLeaving });
      if (isDryRun) {
        const configs = isLeaving ? await countConfigs(tx, gatewayId, changing) : 0;
        return { ...result, client_configs: configs };
      }
      await lockGateway(tx, gatewayId);
      if (isLeaving) {
        return { ...result, client_configs: await detachFrom(tx, gatewayId, changing) };
      }
      await attachTo(tx, gatewayId, changing);
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

interface Named {
  ids: readonly string[];
  named: readonly StoredUser[];
  gatewayId: string;
  isLeaving: boolean;
}

/** Sorts the named users into those whose attachments change and those who are skipped, with the reason. */
function sort({ actor }: Context, { ids, named, ...change }: Named) {
  const byName = new Map(named.map((stored) => [stored.entity.username, stored]));
  const changing: StoredUser[] = [];
  const result: BulkResult = { done: [], skipped: [], client_configs: 0 };
  for (const id of ids) {
    const stored = byName.get(id);
    const reason = stored ? reasonOf(verdictOn(actor, stored.entity, change)) : noSuchUser(id);
    if (stored && reason === null) {
      result.done.push(id);
      if (change.gatewayId in stored.entity.remote_gw_ids === change.isLeaving)
        changing.push(stored);
    } else {
      result.skipped.push({ id, reason: reason ?? "" });
    }
  }
  return { changing, result };
}

function verdictOn(
  actor: Actor,
  user: User,
  { gatewayId, isLeaving }: Pick<Named, "gatewayId" | "isLeaving">,
): Verdict {
  const named = canChangeAttachments(actor, user);
  if (!named.allowed) return named;
  return isLeaving ? canBeDetached(user, gatewayId) : canBeAttached(user);
}

function countConfigs(tx: Tx, gatewayId: string, users: readonly StoredUser[]): Promise<number> {
  return attachments.countConfigs(
    tx.db,
    gatewayId,
    users.map(({ id }) => id),
  );
}

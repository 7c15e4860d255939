import "server-only";
import { auditMany } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { noSuch } from "@/lib/no-such";
import { actorName, reasonOf, type Actor } from "@/lib/permissions";
import type { BulkResult } from "@/lib/user/schema";
import { clientConfigAudit, snapshotOf, targetOf } from "./audit";
import * as holders from "./holder-repository";
import { canChangeConfig, canSeeConfig, lacksGateway } from "./policy";
import * as configs from "./repository";

interface Bulk {
  /** Each once. */
  ids: string[];
  /** Tells what would be done, and does nothing. */
  isDryRun: boolean;
}

const BULK_TIMEOUT_MS = 120_000;

/** Deletes all that may be deleted, in one transaction, and says of the others why not. */
export async function bulkDeleteConfigs(
  ctx: Context,
  { ids, isDryRun }: Bulk,
): Promise<BulkResult> {
  authorizeOwn(ctx);
  const result = (found: configs.StoredConfig[]) =>
    sort(ids, found, (stored) => whyNotChange(ctx.actor, stored));
  if (isDryRun) return counted(result(await configs.findMany(ctx.db, ids)));
  return transaction(
    ctx,
    async (tx) => {
      const sorted = result(await configs.lockMany(tx.db, ids));
      await configs.removeMany(tx.db, idsOf(sorted.allowed));
      await auditMany(
        tx,
        clientConfigAudit,
        sorted.allowed.map(({ entity }) => ({
          verb: "client-config.delete",
          ...targetOf(entity),
          before: snapshotOf(entity),
          after: null,
        })),
      );
      return counted(sorted);
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

/** Enables or disables all that may be, in one transaction, and says of the others why not. */
export async function bulkSetEnabled(
  ctx: Context,
  { ids, isDryRun }: Bulk,
  isEnabled: boolean,
): Promise<BulkResult> {
  authorizeOwn(ctx);
  const switchable = (found: configs.StoredConfig[], held: holders.Holding[]) => {
    const keys = new Set(held.map(keyOf));
    return sort(
      ids,
      found,
      (stored) =>
        whyNotChange(ctx.actor, stored) ??
        (isEnabled && mustHold(stored) && !keys.has(keyOf(holdingOf(stored)))
          ? reasonOf(lacksGateway(stored.entity.ownerid))
          : null),
    );
  };
  const toSwitch = ({ allowed }: Sorted) =>
    allowed.filter(({ entity }) => entity.enabled !== isEnabled);

  if (isDryRun) {
    const found = await configs.findMany(ctx.db, ids);
    const held = isEnabled ? await holders.findHeld(ctx.db, holdingsOf(ctx.actor, found)) : [];
    const sorted = switchable(found, held);
    return counted(sorted, toSwitch(sorted));
  }
  return transaction(
    ctx,
    async (tx) => {
      const held = isEnabled ? await lockHeld(tx, ids) : [];
      const sorted = switchable(await configs.lockMany(tx.db, ids), held);
      const changing = toSwitch(sorted);
      await configs.setEnabled(tx.db, idsOf(changing), isEnabled, tx.now);
      await auditMany(
        tx,
        clientConfigAudit,
        changing.map(({ entity }) => ({
          verb: "client-config.update",
          ...targetOf(entity),
          before: { enabled: !isEnabled },
          after: { enabled: isEnabled },
        })),
      );
      return counted(sorted, changing);
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

/** Everybody may change their own; which of those that are named they may change is said one by one. */
function authorizeOwn(ctx: Context): void {
  authorize(ctx, "client-configs:write", { owner: actorName(ctx.actor) });
}

function whyNotChange(actor: Actor, { entity, ownerRole }: configs.StoredConfig): string | null {
  if (!canSeeConfig(actor, entity)) return unknown(entity.clientid);
  return reasonOf(canChangeConfig(actor, entity, ownerRole));
}

function unknown(id: string): string {
  return noSuch("client config", id);
}

/** What is enabled already asks nothing of its owner, and what belongs to nobody has none. */
function mustHold({ entity, ownerId }: configs.StoredConfig): boolean {
  return !entity.enabled && ownerId !== null;
}

function holdingOf({ entity, ownerId }: configs.StoredConfig): holders.Holding {
  return { ownerId, networkId: entity.network, gatewayId: entity.ingressgatewayid };
}

function keyOf({ ownerId, gatewayId }: holders.Holding): string {
  return `${ownerId ?? ""} ${gatewayId}`;
}

/** Of those that the actor may change; each once. */
function holdingsOf(actor: Actor, found: configs.StoredConfig[]): holders.Holding[] {
  const wanted = found.filter((stored) => mustHold(stored) && whyNotChange(actor, stored) === null);
  return [...new Map(wanted.map(holdingOf).map((each) => [keyOf(each), each])).values()];
}

async function lockHeld({ db, actor }: Tx, ids: string[]): Promise<holders.Holding[]> {
  const found = await configs.findMany(db, ids);
  return holders.lockHeld(db, holdingsOf(actor, found), "FOR KEY SHARE");
}

interface Sorted {
  allowed: configs.StoredConfig[];
  done: string[];
  skipped: BulkResult["skipped"];
}

/** Sorts the named client configs into those that nothing speaks against and those that are skipped, with the reason. */
function sort(
  ids: string[],
  found: configs.StoredConfig[],
  whyNot: (stored: configs.StoredConfig) => string | null,
): Sorted {
  const byId = new Map(found.map((stored) => [stored.entity.clientid, stored]));
  const sorted: Sorted = { allowed: [], done: [], skipped: [] };
  for (const id of ids) {
    const stored = byId.get(id);
    const reason = stored ? whyNot(stored) : unknown(id);
    if (stored && reason === null) {
      sorted.allowed.push(stored);
      sorted.done.push(id);
    } else {
      sorted.skipped.push({ id, reason: reason ?? "" });
    }
  }
  return sorted;
}

function counted(
  { done, skipped, allowed }: Sorted,
  changing: readonly configs.StoredConfig[] = allowed,
): BulkResult {
  return { done, skipped, client_configs: changing.length };
}

function idsOf(stored: readonly configs.StoredConfig[]): string[] {
  return stored.map(({ entity }) => entity.clientid);
}

import "server-only";
import { auditMany } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import {
  countGoing,
  countSwitched,
  releaseConfigs,
  switchConfigs,
  type ConfigCounts,
} from "@/lib/client-config/owner-effects";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { noteMemberships } from "@/lib/group/effects";
import { endPreAuthTokensOf } from "@/lib/mfa/effects";
import { noSuch } from "@/lib/no-such";
import { dropRequests } from "@/lib/pending-user/effects";
import { reasonOf, type Actor, type Verdict } from "@/lib/permissions";
import { endSessionsOf } from "@/lib/session/effects";
import { deletionOf, statusChange, userAudit } from "./audit";
import { canDeleteUser, canSetDisabled, type Target } from "./policy";
import * as users from "./repository";
import type { BulkResult } from "./schema";
import { targetOf } from "./effects";

interface Bulk {
  /** Usernames, each once. */
  ids: string[];
  /** Tells what would be done, and does nothing. */
  isDryRun: boolean;
}

interface BulkDeletion extends Bulk {
  /** The plain client configs too, which else stay without an owner. */
  takesPlainConfigs: boolean;
}

interface BulkStatus extends Bulk {
  isDisabled: boolean;
  /** All client configs of the users too, also of those who are as they should be. */
  switchesConfigs: boolean;
}

const BULK_TIMEOUT_MS = 120_000;

/** Deletes all that may be deleted, in one transaction, and says of the others why not. */
export async function bulkDeleteUsers(
  ctx: Context,
  { ids, isDryRun, takesPlainConfigs: takesPlain }: BulkDeletion,
): Promise<BulkResult> {
  authorize(ctx, "users:write");
  if (isDryRun) {
    return preview(ctx, ids, {
      rule: canDeleteUser,
      count: (ownerIds) => countGoing(ctx, { ownerIds, takesPlain }),
    });
  }
  return transaction(
    ctx,
    async (tx) => {
      const { allowed, result } = await lockAllowed(tx, ids, canDeleteUser);
      await noteMemberships(tx, {
        added: [],
        removed: allowed.flatMap(({ entity }) => Object.keys(entity.user_group_ids)),
      });
      const configs = await releaseConfigs(tx, { ownerIds: idsOf(allowed), takesPlain });
      await users.removeMany(tx.db, idsOf(allowed));
      await dropRequests(tx, result.done);
      await auditMany(
        tx,
        userAudit,
        allowed.map((stored) => ({
          verb: "user.delete",
          ...targetOf(stored),
          before: deletionOf(stored.entity, configs.get(stored.id)),
          after: null,
        })),
      );
      return withConfigs(result, configs);
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

/** Enables or disables all that may be, in one transaction, and says of the others why not. */
export async function bulkSetDisabled(
  ctx: Context,
  { ids, isDryRun, isDisabled, switchesConfigs }: BulkStatus,
): Promise<BulkResult> {
  authorize(ctx, "users:write");
  const switching = (ownerIds: string[]) => ({ ownerIds, isEnabled: !isDisabled });
  if (isDryRun) {
    return preview(ctx, ids, {
      rule: canSetDisabled,
      count: (ownerIds) => (switchesConfigs ? countSwitched(ctx, switching(ownerIds)) : none),
    });
  }
  return transaction(
    ctx,
    async (tx) => {
      const { allowed, result } = await lockAllowed(tx, ids, canSetDisabled);
      const changing = allowed.filter(({ entity }) => entity.account_disabled !== isDisabled);
      await users.setDisabledMany(tx.db, idsOf(changing), isDisabled, tx.now);
      if (isDisabled) await endSessionsOf(tx, idsOf(changing));
      await endPreAuthTokensOf(tx, idsOf(changing));
      const configs = switchesConfigs ? await switchConfigs(tx, switching(idsOf(allowed))) : none;
      await auditMany(
        tx,
        userAudit,
        allowed.map((stored) => ({
          ...statusChange(stored.entity, { isDisabled, configs: configs.get(stored.id) }),
          ...targetOf(stored),
        })),
      );
      return withConfigs(result, configs);
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

type Rule = (actor: Actor, target: Target) => Verdict;

interface Previewed {
  rule: Rule;
  /** Of the users whom the rule lets through. */
  count: (ids: string[]) => ConfigCounts | Promise<ConfigCounts>;
}

async function preview(
  ctx: Context,
  ids: string[],
  { rule, count }: Previewed,
): Promise<BulkResult> {
  const found = await users.findMany(ctx.db, ids, ctx.now);
  const { allowed, result } = sort(ctx, ids, found, rule);
  return withConfigs(result, await count(idsOf(allowed)));
}

const none: ConfigCounts = new Map();

function withConfigs(result: BulkResult, counts: ConfigCounts): BulkResult {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { ...result, client_configs: total };
}

async function lockAllowed(tx: Tx, ids: string[], rule: Rule) {
  return sort(tx, ids, await users.lockMany(tx.db, ids, tx.now), rule);
}

/** Sorts the named users into those that the rule lets through and those that are skipped, with the reason. */
function sort({ actor }: Context, ids: string[], found: users.StoredUser[], rule: Rule) {
  const byName = new Map(found.map((stored) => [stored.entity.username, stored]));
  const allowed: users.StoredUser[] = [];
  const result: BulkResult = { done: [], skipped: [], client_configs: 0 };
  for (const id of ids) {
    const stored = byName.get(id);
    const reason = stored ? reasonOf(rule(actor, stored.entity)) : noSuch("user", id);
    if (stored && reason === null) {
      allowed.push(stored);
      result.done.push(id);
    } else {
      result.skipped.push({ id, reason: reason ?? "" });
    }
  }
  return { allowed, result };
}

function idsOf(stored: users.StoredUser[]): string[] {
  return stored.map(({ id }) => id);
}

import "server-only";
import { auditMany } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { noteMemberships } from "@/lib/group/effects";
import { reasonOf, type Actor, type Verdict } from "@/lib/permissions";
import { endSessionsOf } from "@/lib/session/effects";
import { snapshotOf, userAudit } from "./audit";
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

const BULK_TIMEOUT_MS = 120_000;

/** Deletes all that may be deleted, in one transaction, and says of the others why not. */
export async function bulkDeleteUsers(ctx: Context, { ids, isDryRun }: Bulk): Promise<BulkResult> {
  authorize(ctx, "users:write");
  if (isDryRun) return preview(ctx, ids, canDeleteUser);
  return transaction(
    ctx,
    async (tx) => {
      const { allowed, result } = await lockAllowed(tx, ids, canDeleteUser);
      await users.removeMany(tx.db, idsOf(allowed));
      await noteMemberships(tx, {
        added: [],
        removed: allowed.flatMap(({ entity }) => Object.keys(entity.user_group_ids)),
      });
      await auditMany(
        tx,
        userAudit,
        allowed.map((stored) => ({
          verb: "user.delete",
          ...targetOf(stored),
          before: snapshotOf(stored.entity),
          after: null,
        })),
      );
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

/** Enables or disables all that may be, in one transaction, and says of the others why not. */
export async function bulkSetDisabled(
  ctx: Context,
  { ids, isDryRun }: Bulk,
  isDisabled: boolean,
): Promise<BulkResult> {
  authorize(ctx, "users:write");
  if (isDryRun) return preview(ctx, ids, canSetDisabled);
  return transaction(
    ctx,
    async (tx) => {
      const { allowed, result } = await lockAllowed(tx, ids, canSetDisabled);
      const changing = allowed.filter(({ entity }) => entity.account_disabled !== isDisabled);
      await users.setDisabledMany(tx.db, idsOf(changing), isDisabled, tx.now);
      if (isDisabled) await endSessionsOf(tx, idsOf(changing));
      await auditMany(
        tx,
        userAudit,
        changing.map((stored) => ({
          verb: isDisabled ? "user.disable" : "user.enable",
          ...targetOf(stored),
          before: { account_disabled: !isDisabled },
          after: { account_disabled: isDisabled },
        })),
      );
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

type Rule = (actor: Actor, target: Target) => Verdict;

async function preview(ctx: Context, ids: string[], rule: Rule): Promise<BulkResult> {
  const found = await users.findMany(ctx.db, ids, ctx.now);
  return sort(ctx, ids, found, rule).result;
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
    const reason = stored ? reasonOf(rule(actor, stored.entity)) : `There is no user "${id}".`;
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

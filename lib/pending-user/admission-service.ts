import "server-only";
import { auditMany } from "@/lib/audit/audit";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { previewTransaction, transaction } from "@/lib/db/transaction";
import { AppError, conflict, notFound } from "@/lib/errors";
import { lockForMembership } from "@/lib/group/effects";
import { noSuch } from "@/lib/no-such";
import { reasonOf } from "@/lib/permissions";
import { findTakenNames, holdNames, insertUsers, taken } from "@/lib/user/effects";
import { canGiveRole, groupsOfNew } from "@/lib/user/policy";
import type { BulkResult } from "@/lib/user/schema";
import { pendingUserAudit, snapshotOf, targetOf } from "./audit";
import { mailMany } from "./effects";
import * as pendingUsers from "./repository";
import type { Admission, BulkAdmission } from "./schema";
import { rejectFound } from "./service";
import type { StoredPendingUser } from "./stored";

interface Admitting {
  /** Where the server is for whoever reads the mail. */
  origin: string;
}

/** Makes an account of a request: of parallel calls one wins. */
export async function approvePendingUser(
  ctx: Context,
  username: string,
  { origin, ...admission }: Admission & Admitting,
): Promise<null> {
  authorize(ctx, "pending-users:write");
  return transaction(ctx, async (tx) => {
    const known = await pendingUsers.findByUsernames(tx.db, [username]);
    if (known.length === 0) throw notFound("pending user", username);
    enforce(canGiveRole(tx.actor, admission.platform_role_id));
    await lockForMembership(tx, groupsOf(admission), "user_group_ids");
    await holdNames(tx, [username]);
    const found = await pendingUsers.findByUsernames(tx.db, [username]);
    if ((await findTakenNames(tx, [username])).size > 0) throw taken(username);
    if (found.length === 0) throw notFound("pending user", username);
    if ((await pendingUsers.findLinked(tx.db, [username])).size > 0) throw conflict(LINKED);
    await admit(tx, found, { ...admission, origin });
    return null;
  });
}

const LINKED = "Somebody signs in by the identity that they asked with already.";

function groupsOf({ platform_role_id: role, user_group_ids: ids }: Admission): string[] {
  return groupsOfNew(role, ids);
}

/** Makes accounts that all rules allow, without a password; the requests are over. */
async function admit(
  tx: Tx,
  admitted: readonly StoredPendingUser[],
  { origin, ...admission }: Admission & Admitting,
): Promise<void> {
  const groupIds = groupsOf(admission);
  await insertUsers(
    tx,
    admitted.map(({ username, displayName, subject }) => ({
      username,
      displayName,
      groupIds,
      passwordHash: null,
      authType: "oauth",
      externalId: subject,
      platformRoleId: admission.platform_role_id,
    })),
  );
  await pendingUsers.giveIdentities(tx.db, admitted, tx.now);
  await auditMany(
    tx,
    pendingUserAudit,
    admitted.map((each) => ({
      verb: "pending-user.approve",
      ...targetOf(each),
      before: snapshotOf(each),
      after: { platform_role_id: admission.platform_role_id, user_group_ids: groupIds },
    })),
  );
  await mailMany(
    tx,
    admitted.map(({ username }) => ({ kind: "approved", address: username, origin })),
  );
}

interface Bulk {
  origin: string;
  /** Tells what would be done, and does nothing. */
  isDryRun: boolean;
}

const BULK_TIMEOUT_MS = 120_000;

/** Lets all in that may be let in, in one transaction, and says of the others why not. */
export async function bulkApprovePendingUsers(
  ctx: Context,
  { ids, ...admission }: BulkAdmission,
  { isDryRun, origin }: Bulk,
): Promise<BulkResult> {
  authorize(ctx, "pending-users:write");
  if (isDryRun) {
    return previewTransaction(ctx, async (tx) => (await sortOut(tx, ids, admission)).result);
  }
  return transaction(
    ctx,
    async (tx) => {
      const { allowed, result } = await sortOut(tx, ids, admission);
      if (allowed.length > 0) await admit(tx, allowed, { ...admission, origin });
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

/** What each would be refused for, in the order in which the single call refuses. */
async function sortOut(tx: Tx, ids: readonly string[], admission: Admission) {
  const roleRefusal = reasonOf(canGiveRole(tx.actor, admission.platform_role_id));
  const groupsRefusal = roleRefusal ?? (await refusalOfGroups(tx, groupsOf(admission)));
  if (!tx.isPreview) await holdNames(tx, ids);
  const found = await pendingUsers.findByUsernames(tx.db, ids);
  const takenNames = await findTakenNames(tx, ids);
  const linked = await pendingUsers.findLinked(tx.db, ids);
  return sort(ids, found, ({ username }) => {
    if (roleRefusal !== null) return roleRefusal;
    if (takenNames.has(username)) return taken(username).message;
    return linked.has(username) ? LINKED : groupsRefusal;
  });
}

/** @returns why nobody may be put into them; null where nothing stands in the way */
async function refusalOfGroups(tx: Tx, groupIds: string[]): Promise<string | null> {
  try {
    await lockForMembership(tx, groupIds, "user_group_ids");
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return error.message;
    throw error;
  }
}

export async function bulkRejectPendingUsers(
  ctx: Context,
  { ids, reason }: { ids: readonly string[]; reason: string },
  { isDryRun, origin }: Bulk,
): Promise<BulkResult> {
  authorize(ctx, "pending-users:write");
  const always = () => null;
  if (isDryRun) {
    return sort(ids, await pendingUsers.findByUsernames(ctx.db, ids), always).result;
  }
  return transaction(
    ctx,
    async (tx) => {
      const found = await pendingUsers.lockByUsernames(tx.db, ids);
      const { allowed, result } = sort(ids, found, always);
      await rejectFound(tx, allowed, { reason, origin });
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

/** Sorts the named into those that nothing stands in the way of and those that are skipped, with the reason. */
function sort(
  ids: readonly string[],
  found: readonly StoredPendingUser[],
  reasonFor: (pending: StoredPendingUser) => string | null,
) {
  const byName = new Map(found.map((each) => [each.username, each]));
  const allowed: StoredPendingUser[] = [];
  const result: BulkResult = { done: [], skipped: [], client_configs: 0 };
  for (const id of ids) {
    const pending = byName.get(id);
    const reason = pending ? reasonFor(pending) : noSuch("pending user", id);
    if (pending && reason === null) {
      allowed.push(pending);
      result.done.push(id);
    } else {
      result.skipped.push({ id, reason: reason ?? "" });
    }
  }
  return { allowed, result };
}

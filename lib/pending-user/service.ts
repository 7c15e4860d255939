import "server-only";
import { auditMany } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { toPage } from "@/lib/db/paging";
import { transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { pendingUserAudit, snapshotOf, targetOf } from "./audit";
import { mailMany, readStanding } from "./effects";
import * as pendingUsers from "./repository";
import type { PendingState, PendingUser, PendingUserListQuery, PendingUserPage } from "./schema";
import type { ProvenIdentity, StoredPendingUser } from "./stored";
import { toPendingUser } from "./view";

/** Everybody who waits, by address, in batches. */
export function listPendingUsers(ctx: Context): AsyncIterable<PendingUser[]> {
  authorize(ctx, "pending-users:read");
  return inBatches(pendingUsers.findBatches(ctx.db));
}

async function* inBatches(batches: AsyncIterable<StoredPendingUser[]>) {
  for await (const batch of batches) yield batch.map(toPendingUser);
}

export async function pagePendingUsers(
  ctx: Context,
  query: PendingUserListQuery,
): Promise<PendingUserPage> {
  authorize(ctx, "pending-users:read");
  const { rows, total } = await pendingUsers.findPage(ctx.db, query);
  return toPage(rows.map(toPendingUser), query, total);
}

interface Rejecting {
  /** "" where there is none. */
  reason: string;
  /** Where the server is for whoever reads the mail. */
  origin: string;
}

/** Turns somebody away, who may ask again. */
export async function rejectPendingUser(
  ctx: Context,
  username: string,
  rejecting: Rejecting,
): Promise<null> {
  authorize(ctx, "pending-users:write");
  return transaction(ctx, async (tx) => {
    const found = await pendingUsers.lockByUsernames(tx.db, [username]);
    if (found.length === 0) throw notFound("pending user", username);
    await rejectFound(tx, found, rejecting);
    return null;
  });
}

/** Turns away those who are found, locked. */
export async function rejectFound(
  tx: Tx,
  found: readonly StoredPendingUser[],
  { reason, origin }: Rejecting,
): Promise<void> {
  const usernames = found.map(({ username }) => username);
  await pendingUsers.removeByUsernames(tx.db, usernames);
  await auditRejections(tx, found, reason);
  await mailMany(
    tx,
    usernames.map((address) => ({ kind: "rejected", address, origin, reason })),
  );
}

function auditRejections(
  tx: Tx,
  rejected: readonly StoredPendingUser[],
  reason: string,
): Promise<void> {
  return auditMany(
    tx,
    pendingUserAudit,
    rejected.map((each) => ({
      verb: "pending-user.reject",
      ...targetOf(each),
      before: snapshotOf(each),
      after: reason === "" ? null : { reason },
    })),
  );
}

const REJECTED_AT_ONCE = 2_000;
const CLEARING_TIMEOUT_MS = 120_000;

/** Turns all away without a word to them, in parts that fit into memory. */
export async function clearPendingUsers(ctx: Context): Promise<null> {
  authorize(ctx, "pending-users:write");
  return transaction(
    ctx,
    async (tx) => {
      let rejected: StoredPendingUser[];
      do {
        rejected = await pendingUsers.removeSome(tx.db, REJECTED_AT_ONCE);
        await auditRejections(tx, rejected, "");
      } while (rejected.length === REJECTED_AT_ONCE);
      return null;
    },
    { timeoutMs: CLEARING_TIMEOUT_MS },
  );
}

interface Proof extends ProvenIdentity {
  provider: string;
}

/** @param proof what the browser has kept of its round trip */
export async function getPendingState(ctx: Context, proof: Proof | null): Promise<PendingState> {
  if (!proof) throw new AppError("not_found", "Nobody has asked to join in this browser.");
  return { state: await readStanding(ctx.db, proof), provider: proof.provider };
}

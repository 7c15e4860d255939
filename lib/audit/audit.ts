import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/context";
import { actorName } from "@/lib/permissions";
import * as entries from "./repository";

/** What an entity's allow-list lets into the audit log; never a secret. */
export type Snapshot = Readonly<Record<string, unknown>>;

export interface Change {
  verb: string;
  targetType: string;
  target: string;
  /** Set when the target is a user, so that an entry stays theirs whatever becomes of the name. */
  targetUserId?: string;
  /** Null when the change creates the target. */
  before: Snapshot | null;
  /** Null when the change deletes the target. */
  after: Snapshot | null;
}

/** Writes one entry in the open transaction, with the changed keys only; no change, no entry. */
export async function audit(tx: Tx, change: Change): Promise<void> {
  await auditMany(tx, [change]);
}

/** As {@link audit}, in one statement however many changes there are. */
export async function auditMany(tx: Tx, changes: readonly Change[]): Promise<void> {
  const news = changes.flatMap((change) => {
    const difference = differenceOf(change);
    return difference ? [{ ...change, ...difference }] : [];
  });
  if (news.length === 0) return;
  const { actor, client, now, requestId } = tx;
  const common = {
    at: now,
    actor: actorName(actor),
    actorId: actor.kind === "user" ? actor.id : null,
    ip: client.ip,
    userAgent: client.userAgent,
    requestId,
  };
  await entries.createMany(
    tx.db,
    news.map(({ targetUserId = null, ...entry }) => ({
      ...common,
      ...entry,
      targetUserId,
      id: uuidv7({ msecs: now.getTime() }),
    })),
  );
}

function differenceOf({ before, after }: Change): Pick<Change, "before" | "after"> | null {
  if (!before || !after) return { before, after };
  const keys = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (keys.length === 0) return null;
  return { before: pick(before, keys), after: pick(after, keys) };
}

function pick(snapshot: Snapshot, keys: readonly string[]): Snapshot {
  return Object.fromEntries(
    keys.filter((key) => key in snapshot).map((key) => [key, snapshot[key]]),
  );
}

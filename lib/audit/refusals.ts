import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import * as entries from "./repository";

const QUARTER_HOUR_MS = 15 * 60_000;

/**
 * Counts a failed sign-in in one entry per account, address and quarter of an hour. For a name that nobody has
 * it takes as long: nothing is written then, so what is written must not wait for the disk.
 */
export function noteRefusal(ctx: Context, username: string): Promise<void> {
  return transaction(ctx, (tx) => countRefusal(tx, username));
}

async function countRefusal(tx: Tx, username: string): Promise<void> {
  const { now, client, requestId } = tx;
  const quarter = Math.floor(now.getTime() / QUARTER_HOUR_MS);
  await entries.commitWithoutWaiting(tx.db);
  await entries.countRefusal(tx.db, {
    id: uuidv7({ msecs: now.getTime() }),
    at: now,
    username,
    ip: client.ip,
    userAgent: client.userAgent,
    requestId,
    countKey: `${client.ip} ${String(quarter)}`,
  });
}

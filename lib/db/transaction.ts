import "server-only";
import type { Context, Tx } from "@/lib/context";
import { database } from "./client";
import { isSerializationFailure } from "./errors";

const ATTEMPTS = 4;

interface Options {
  /** How long the transaction may take; Prisma ends it then. */
  timeoutMs?: number;
}

/**
 * Runs `work` in one transaction, or in the one that is already open. Runs it again when it lost against
 * a parallel one, which is safe because whatever leaves the database is a job enqueued in the same transaction.
 */
export async function transaction<C extends Context, T>(
  ctx: C,
  work: (tx: C & Tx) => Promise<T>,
  { timeoutMs = 15_000 }: Options = {},
): Promise<T> {
  if (isOpen(ctx)) return work(ctx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().prisma.$transaction(
        (db) => work({ ...ctx, db, inTransaction: true }),
        { timeout: timeoutMs, maxWait: 10_000 },
      );
    } catch (error) {
      if (attempt === ATTEMPTS || !isSerializationFailure(error)) throw error;
    }
  }
}

function isOpen<C extends Context>(ctx: C): ctx is C & Tx {
  return "inTransaction" in ctx;
}

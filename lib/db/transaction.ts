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

const PREVIEW_TIMEOUT_MS = 25_000;

/** Runs `work` in a transaction that can neither write nor lock, and sees the database as it is when it begins. */
export function previewTransaction<C extends Context, T>(
  ctx: C,
  work: (tx: C & Tx) => Promise<T>,
): Promise<T> {
  return database().prisma.$transaction(
    async (db) => {
      await db.$executeRaw`SET TRANSACTION READ ONLY`;
      return work({ ...ctx, db, inTransaction: true, isPreview: true });
    },
    { isolationLevel: "RepeatableRead", timeout: PREVIEW_TIMEOUT_MS, maxWait: 10_000 },
  );
}

function isOpen<C extends Context>(ctx: C): ctx is C & Tx {
  return "inTransaction" in ctx;
}

/** Sends the mail of a row, which keeps how it fares, once at most, whatever dies in the middle of it. */
import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Context, Tx } from "@/lib/context";
import { toAppError } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { Mailer } from "./mailer";
import type { MailMessage } from "./message";
import type { Outcome } from "./outcome";
import { afterAttempt, afterDeath, type MailProgress } from "./progress";

/** A mail as its domain keeps it. All of it is called inside a transaction. */
export interface StoredMail {
  /** Locks its row; null where this mail is not to be sent any more, or another has taken its place. */
  lock: (tx: Tx) => Promise<MailProgress | null>;
  compose: (tx: Tx) => Promise<MailMessage>;
  write: (tx: Tx, progress: MailProgress) => Promise<void>;
  /** Enqueues its job once more, to start then. */
  tryAgain: (tx: Tx, startAfter: Date) => Promise<void>;
}

/** Runs in the mail's job, which lasts for `DELIVERY_SECONDS` at most. */
export async function deliver(ctx: Context, mailer: Mailer, mail: StoredMail): Promise<void> {
  const message = await transaction(ctx, (tx) => begin(tx, mail));
  if (message === null) return;
  const outcome = await mailer.send(message, () => transaction(ctx, (tx) => handOver(tx, mail)));
  await insisting(() => transaction(ctx, (tx) => end(tx, mail, outcome)));
}

/** Longer than a mailer takes, so that no run is taken for dead that is not; else as short as can be. */
export const DELIVERY_SECONDS = 90;

async function begin(tx: Tx, mail: StoredMail): Promise<MailMessage | null> {
  const progress = await mail.lock(tx);
  if (progress?.status === "sending") await mail.write(tx, afterDeath(progress));
  return progress?.status === "queued" ? mail.compose(tx) : null;
}

async function handOver(tx: Tx, mail: StoredMail): Promise<boolean> {
  const progress = await mail.lock(tx);
  if (progress?.status !== "queued") return false;
  await mail.write(tx, { ...progress, status: "sending" });
  return true;
}

/** What is known of an attempt counts more than what another run has taken for granted meanwhile. */
async function end(tx: Tx, mail: StoredMail, outcome: Outcome): Promise<void> {
  if (outcome.kind === "withdrawn") return;
  const before = await mail.lock(tx);
  if (before === null) return;
  const { progress, tryAgainAt } = afterAttempt(before, outcome, new Date());
  await mail.write(tx, progress);
  if (tryAgainAt !== null) await mail.tryAgain(tx, tryAgainAt);
  if (outcome.kind !== "accepted") {
    logger().warn({ reason: progress.error, tryAgainAt }, "a mail was not sent");
  }
}

/** A database that is away for a moment must not make a mail that was accepted one that may have been. */
async function insisting(work: () => Promise<void>): Promise<void> {
  for (let waitMs = 250; waitMs <= 8_000; waitMs *= 2) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await pause(waitMs);
    }
  }
  await work();
}

function isUnavailable(error: unknown): boolean {
  const known = toAppError(error);
  return known instanceof AppError && known.code === "unavailable";
}

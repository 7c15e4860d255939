/** How a mail fares: the state that its row keeps, and what becomes of it after an attempt. Pure. */
import "server-only";
import type { Outcome } from "./outcome";

export interface MailProgress {
  /** `sending` from before the mail server gets the first byte of it until it is known what came of that. */
  status: "queued" | "sending" | "sent" | "failed";
  /** How often it was delayed. */
  delays: number;
  queuedAt: Date;
  /** Why it failed, or was delayed the last time; else "". */
  error: string;
}

interface Step {
  progress: MailProgress;
  /** When to try again; null where it has ended. */
  tryAgainAt: Date | null;
}

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE_MS;

export function newMail(now: Date): MailProgress {
  return { status: "queued", delays: 0, queuedAt: now, error: "" };
}

/** What becomes of a mail that a process which has died was sending: it may have gone out, so it does not again. */
export function afterDeath(before: MailProgress): MailProgress {
  const error = "Muster was stopped while it sent this mail. It may have been sent.";
  return { ...before, status: "failed", error };
}

export function afterAttempt(
  before: MailProgress,
  outcome: Exclude<Outcome, { kind: "withdrawn" }>,
  now: Date,
): Step {
  switch (outcome.kind) {
    case "accepted":
      return { progress: { ...before, status: "sent", error: "" }, tryAgainAt: null };
    case "refused":
    case "unknown":
      return failed(before, outcome.reason);
    case "delayed":
      return delayed(before, outcome.reason, now);
  }
}

/** Waits of a minute, two, four, up to an hour, and a last attempt after a day. */
function delayed(before: MailProgress, reason: string, now: Date): Step {
  const giveUpAt = before.queuedAt.getTime() + GIVE_UP_AFTER_MS;
  if (now.getTime() >= giveUpAt) return failed(before, `Given up after 24 hours. ${reason}`);
  const waitMs = Math.min(MINUTE_MS * 2 ** before.delays, LONGEST_WAIT_MS);
  return {
    progress: { ...before, status: "queued", delays: before.delays + 1, error: reason },
    tryAgainAt: new Date(Math.min(now.getTime() + waitMs, giveUpAt)),
  };
}

function failed(before: MailProgress, error: string): Step {
  return { progress: { ...before, status: "failed", error }, tryAgainAt: null };
}

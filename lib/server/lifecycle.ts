// Ends the process in order: what was started last stops first, whatever the reason to end.
import "server-only";
import { inspect } from "node:util";
import { toAppError } from "@/lib/db/errors";
import { AppError } from "@/lib/errors";
import { isRecord } from "@/lib/wire";

type Stop = () => Promise<void>;

const longestStopMs = 30_000;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Lifecycle {
  /** Registers what has to happen before the process ends. */
  onStop: (stop: Stop) => void;
  /** Prints the error, stops everything and ends with exit code 1. */
  fail: (error: unknown) => Promise<void>;
}

export function createLifecycle(): Lifecycle {
  const stops: Stop[] = [];
  let isEnding = false;
  for (const signal of signals) process.on(signal, handleSignal);
  process.on("uncaughtException", failUnlessPassing);
  process.on("unhandledRejection", failUnlessPassing);
  return { onStop: (stop) => stops.push(stop), fail };

  /** Comes twice where npm hands on what the whole process group has got, so the second says nothing new. */
  function handleSignal() {
    if (isEnding) return;
    console.log("Stopping.");
    void end(0);
  }

  function failUnlessPassing(error: unknown) {
    if (isAbort(error)) return;
    if (isDatabaseAway(error)) console.error(describe(error));
    else void fail(error);
  }

  async function fail(error: unknown) {
    console.error(describe(error));
    if (!isEnding) await end(1);
  }

  async function end(exitCode: number) {
    isEnding = true;
    setTimeout(() => process.exit(1), longestStopMs).unref();
    for (const stop of stops.toReversed()) {
      await stop().catch((error: unknown) => {
        console.error(describe(error));
      });
    }
    process.exit(exitCode);
  }
}

/** A client that went away in the middle of a request is its own affair. */
function isAbort(error: unknown): boolean {
  return isRecord(error) && (error["code"] === "ECONNRESET" || error["code"] === "EPIPE");
}

/** No reason to stop: pg-boss, for one, does not await its note that a job has ended. */
function isDatabaseAway(error: unknown): boolean {
  const translated = toAppError(error);
  return translated instanceof AppError && translated.code === "unavailable";
}

/** A plain `Error` is a sentence for the administrator; anything else is a bug and needs its stack. */
function describe(error: unknown): string {
  return error instanceof Error && error.name === "Error" ? error.message : inspect(error);
}

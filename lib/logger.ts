import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "@/lib/env";

declare global {
  /** Pages and route handlers are different bundles of one process; they share one logger. */
  var musterLoggers: Loggers | undefined;
}

interface Loggers {
  careful: Logger;
  plain: Logger;
}

/** Keys that could hold a secret never leave. */
export function logger(): Logger {
  return loggers().careful;
}

/** For lines whose keys are all ours and hold no secret: to look for such keys costs a third of a line. */
export function plainLogger(): Logger {
  return loggers().plain;
}

function loggers(): Loggers {
  globalThis.musterLoggers ??= createLoggers(env().LOG_LEVEL);
  return globalThis.musterLoggers;
}

let second = 0;
let untilSecond = "";

/** As pino's own `isoTime`; only what changes within a second is made for each line. */
function timestamp(): string {
  const now = Date.now();
  if (second !== Math.floor(now / 1000)) {
    second = Math.floor(now / 1000);
    untilSecond = new Date(now).toISOString().slice(0, -4);
  }
  return `,"time":"${untilSecond}${String(now % 1000).padStart(3, "0")}Z"`;
}

/**
 * Lines wait for others, so that a busy server makes one system call for many: a tenth of a second at most, and no
 * more of them than a pipe takes whole, whoever else writes to it. Those that wait are written when the process ends.
 */
function standardOutput(): DestinationStream {
  return pino.destination({ dest: 1, minLength: 3_584, periodicFlush: 100 });
}

/** JSON lines, on standard output where nothing else is named. */
export function createLoggers(
  level: string,
  destination: DestinationStream = standardOutput(),
): Loggers {
  const redact = {
    paths: [
      "authorization",
      "cookie",
      "password",
      "token",
      "*.authorization",
      "*.cookie",
      "*.password",
      "*.token",
      "err.config",
      // PostgreSQL repeats the whole row that failed a check.
      "err.detail",
      "err.parameters",
    ],
    remove: true,
  };
  const options = { level, base: null, timestamp };
  return {
    careful: pino({ ...options, redact }, destination),
    plain: pino(options, destination),
  };
}

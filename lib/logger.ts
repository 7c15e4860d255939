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
  const timestamp = pino.stdTimeFunctions.isoTime;
  const options = { level, base: null, timestamp };
  return {
    careful: pino({ ...options, redact }, destination),
    plain: pino(options, destination),
  };
}

/**
 * Written in batches, beside the requests: a system call for each line costs more than making it. Pino writes what is
 * left when the process ends, by a signal or by an error of its own; only a kill loses the last second.
 */
function standardOutput() {
  return pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: 1000 });
}

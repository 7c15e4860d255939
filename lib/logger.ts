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
  destination: DestinationStream = pino.destination(1),
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

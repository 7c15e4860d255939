import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "@/lib/env";

declare global {
  /** Pages and route handlers are different bundles of one process; they share one logger. */
  var musterLogger: Logger | undefined;
}

export function logger(): Logger {
  globalThis.musterLogger ??= createLogger(env().LOG_LEVEL);
  return globalThis.musterLogger;
}

/** JSON lines, on standard output where nothing else is named; keys that could hold a secret never leave. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(1)) {
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
  return pino({ level, base: null, timestamp, redact }, destination);
}

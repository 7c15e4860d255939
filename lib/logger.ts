import "server-only";
import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

declare global {
  /** Pages and route handlers are different bundles of one process; they share one logger. */
  var musterLogger: Logger | undefined;
}

/** JSON lines on standard output; keys that could hold a secret never leave. */
export function logger(): Logger {
  globalThis.musterLogger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
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
        "err.parameters",
      ],
      remove: true,
    },
  });
  return globalThis.musterLogger;
}

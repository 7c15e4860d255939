import "server-only";
import { AppError } from "@/lib/errors";
import { logger, plainLogger } from "@/lib/logger";
import { observeRequest } from "@/lib/metrics";

interface Answered {
  requestId: string;
  method: string;
  /** The contract's path, so that no parameter gets into the log. */
  path: string;
  status: number;
  /** Of `performance.now()`. */
  startedAt: number;
  actor: string;
  failure?: unknown;
}

/** One line per request: error for 5xx, warn for refusals, info for the rest. */
export function logRequest(answered: Answered): void {
  const { requestId, method, path, status, startedAt, actor, failure } = answered;
  const ms = Math.round((performance.now() - startedAt) * 100) / 100;
  const line = { requestId, method, path, status, actor, ms };
  observeRequest(line, ms);
  const level = levelOf(status);
  if (level === "error") logger().error({ ...line, err: causeOf(failure) }, "request");
  else plainLogger()[level](line, "request");
}

function levelOf(status: number): "info" | "warn" | "error" {
  if (status >= 500) return "error";
  return status < 400 || status === 401 || status === 404 ? "info" : "warn";
}

function causeOf(failure: unknown): unknown {
  return failure instanceof AppError ? (failure.details.cause ?? failure) : failure;
}

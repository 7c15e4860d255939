import "server-only";
import { requestIdOf } from "@/lib/auth/client";
import { AppError } from "@/lib/errors";
import { commonHeaders, errorResponse } from "./envelope";
import { preflightHeaders } from "./origin";
import { logRequest } from "./request-log";

/** What a path takes whose entries have these methods. */
export function allowedMethods(methods: readonly string[]): string[] {
  const all = methods.includes("GET") ? [...methods, "HEAD"] : [...methods];
  return [...all, "OPTIONS"].sort();
}

export function methodNotAllowed(method: string, allowed: readonly string[]): AppError {
  const allow = allowed.join(", ");
  const message = `This path does not take ${method}. It takes ${allow}.`;
  return new AppError("method_not_allowed", message, { allow });
}

export function optionsResponse(request: Request, allowed: readonly string[]): Response {
  const allow = allowed.join(", ");
  return new Response(null, {
    status: 204,
    headers: {
      ...commonHeaders(requestIdOf(request)),
      ...preflightHeaders(request, allow),
      Allow: allow,
    },
  });
}

export function noSuchPath(): AppError {
  return new AppError("not_found", "There is no such path.");
}

/**
 * Refuses a request that reaches no contract entry, and logs it.
 * @param path the pattern that the request fits, so that no parameter gets into the log
 */
export function refuse(request: Request, error: unknown, path = "(none)"): Response {
  const startedAt = performance.now();
  const requestId = requestIdOf(request);
  const response = errorResponse(error, requestId);
  const { method } = request;
  const { status } = response;
  logRequest({ requestId, method, path, status, startedAt, actor: "", failure: error });
  return response;
}

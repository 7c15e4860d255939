/** Answers in the envelope of the API: `{"Code","Message","Response"}`, and errors with `RequestId`. */
import { AppError, type ErrorCode } from "@/lib/errors";

const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  identity_check_required: 403,
  mfa_enrolment_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  changed: 412,
  too_large: 413,
  throttled: 429,
  internal: 500,
  unavailable: 503,
};

export function statusOf(code: ErrorCode): number {
  return statuses[code];
}

const INTERNAL =
  "Something went wrong on the server. Its log has the details, under the request id.";

function jsonResponse(body: string, status: number, headers: Record<string, string>) {
  return new Response(body, {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  });
}

/** No answer is a page; one that is opened as such shows nothing and sits in no frame. */
export const noPage = "default-src 'none'; frame-ancestors 'none'";

/** The headers that every answer carries. */
export function commonHeaders(requestId: string): Record<string, string> {
  return {
    "X-Request-Id": requestId,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": noPage,
  };
}

export function wrap(message: string, response: unknown): string {
  return JSON.stringify({ Code: 200, Message: message, Response: response });
}

export function errorResponse(
  error: unknown,
  requestId: string,
  headers: Record<string, string> = commonHeaders(requestId),
): Response {
  const appError = error instanceof AppError ? error : new AppError("internal", INTERNAL);
  const { code, message, details } = appError;
  const status = statuses[code];
  const body = JSON.stringify({
    Code: status,
    Message: message,
    Response: details.current?.entity ?? null,
    RequestId: requestId,
    ...(details.fields && { Errors: details.fields }),
  });
  return jsonResponse(body, status, { ...headers, ...errorHeaders(appError) });
}

function errorHeaders({ code, details }: AppError): Record<string, string> {
  return {
    "X-Error-Code": code,
    ...(details.current && { ETag: details.current.etag }),
    ...(details.allow !== undefined && { Allow: details.allow }),
    ...(details.signedInAs !== undefined && {
      "X-Signed-In-As": encodeURIComponent(details.signedInAs),
    }),
    ...(details.retryAfterSeconds !== undefined && {
      "Retry-After": String(details.retryAfterSeconds),
    }),
    ...(code === "unauthenticated" && { "WWW-Authenticate": "Bearer" }),
  };
}

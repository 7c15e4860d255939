import { errorCodes, type ErrorCode, type FieldError } from "@/lib/errors";
import { isRecord } from "@/lib/wire";

/** A call that the server refused, or that it did not answer. */
export class ApiError extends Error {
  readonly status: number;
  /** What kind of refusal it is; null where the answer does not come from the API, or none came. */
  readonly code: ErrorCode | null;
  readonly fields: FieldError[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Refused because the page belongs to somebody else: who is signed in. */
  readonly signedInAs: string | null;
  /** For `changed`: the entity as it is now, with its entity tag. */
  readonly current: { entity: unknown; etag: string } | null;

  constructor(status: number, body: unknown, headers: Headers) {
    const envelope = isRecord(body) ? body : {};
    super(typeof envelope["Message"] === "string" ? envelope["Message"] : fallback(status));
    this.name = "ApiError";
    this.status = status;
    this.code = errorCodes.find((code) => code === headers.get("x-error-code")) ?? null;
    this.fields = Array.isArray(envelope["Errors"]) ? envelope["Errors"].filter(isFieldError) : [];
    this.requestId = headers.get("x-request-id");
    const retryAfter = headers.get("retry-after");
    this.retryAfterSeconds = retryAfter === null ? null : Number(retryAfter);
    const signedInAs = headers.get("x-signed-in-as");
    this.signedInAs = signedInAs === null ? null : decodeURIComponent(signedInAs);
    const etag = headers.get("etag");
    this.current =
      this.code === "changed" && etag !== null ? { entity: envelope["Response"], etag } : null;
  }
}

function fallback(status: number): string {
  return status === 0
    ? "The server cannot be reached. Check your connection and try again."
    : `The server answered ${String(status)}.`;
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isRecord(value) && typeof value["path"] === "string" && typeof value["message"] === "string"
  );
}

/** Whether the server refused a call with this code. */
export function isRefusal(error: unknown, code: ErrorCode): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

export function unreachable(message?: string): ApiError {
  return new ApiError(0, { Message: message }, new Headers());
}

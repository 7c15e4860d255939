import { noSuch } from "./no-such";

/** The closed set of ways in which a verb refuses, and the makers that services throw. Knows no HTTP. */
export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "identity_check_required",
  "mfa_enrolment_required",
  "not_found",
  "method_not_allowed",
  "conflict",
  "changed",
  "too_large",
  "throttled",
  "internal",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One thing wrong with an input; `path` is dotted, as in `user_group_ids.x`. */
export interface FieldError {
  path: string;
  message: string;
}

interface Details {
  /** For `invalid` every bad path; for `conflict` the key that it is about, where it is about one. */
  fields?: FieldError[];
  /** For `changed`: the entity as it is now. */
  current?: Versioned<unknown>;
  /** For `throttled`. */
  retryAfterSeconds?: number;
  /** For `method_not_allowed`. */
  allow?: string;
  /** Refused because the page belongs to somebody else: who is signed in. */
  signedInAs?: string;
  cause?: unknown;
}

/** An entity with its entity tag (RFC 9110, 8.8.3), quotes included. */
export interface Versioned<T> {
  entity: T;
  etag: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export function notFound(thing: string, name: string): AppError {
  return new AppError("not_found", noSuch(thing, name));
}

/** @param path the key of the body that stands in the way, where it is one */
export function conflict(message: string, path?: string): AppError {
  return new AppError(
    "conflict",
    message,
    path === undefined ? {} : { fields: [{ path, message }] },
  );
}

export function forbidden(message: string): AppError {
  return new AppError("forbidden", message);
}

export function unauthenticated(message: string): AppError {
  return new AppError("unauthenticated", message);
}

/** The page that asks was made for somebody else. */
export function anotherUser(signedInAs: string): AppError {
  const message = `${signedInAs} is signed in in this browser now. Reload the page.`;
  return new AppError("forbidden", message, { signedInAs });
}

/** @param fields every bad path; the message names the first. */
export function invalid(fields: FieldError[]): AppError {
  const [first] = fields;
  const message = first?.path ? `${first.path}: ${first.message}` : (first?.message ?? "");
  const more = fields.length > 1 ? ` (and ${String(fields.length - 1)} more)` : "";
  return new AppError("invalid", `${message}${more}`, { fields });
}

export function changed(current: Versioned<unknown>): AppError {
  return new AppError("changed", "Someone else changed this since you read it.", { current });
}

export function throttled(retryAfterSeconds: number): AppError {
  return new AppError(
    "throttled",
    `Too many failed attempts. Try again in ${waitText(retryAfterSeconds)}.`,
    {
      retryAfterSeconds,
    },
  );
}

export function unavailable(
  cause: unknown,
  message = "The database cannot be reached. Try again in a moment.",
): AppError {
  return new AppError("unavailable", message, { cause });
}

function waitText(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} second${seconds === 1 ? "" : "s"}`;
  const minutes = Math.ceil(seconds / 60);
  return `${String(minutes)} minute${minutes === 1 ? "" : "s"}`;
}

import type { Contract } from "./contract";
import { statusOf } from "./envelope";
import type { ErrorCode } from "@/lib/errors";

const descriptions = {
  invalid: "The input is malformed or invalid; `Errors` names every bad path",
  unauthenticated: "There is no credential, or it is wrong, expired or revoked",
  forbidden: "The caller is known and may not do this, or the call comes from another site",
  not_found: "There is no such thing, or none that the caller may see",
  conflict: "It exists already, or its state forbids this",
  changed: "It was changed since it was read; `Response` is what it is now",
  too_large: "The body is too large",
  throttled: "Too many failed attempts; `Retry-After` says how long to wait",
  internal: "Something went wrong on the server",
  unavailable: "The database cannot be reached, or takes too long",
} as const satisfies Partial<Record<ErrorCode, string>>;

/** In which ways an endpoint may refuse: the status, and what it means there. */
export function refusalsOf(contract: Contract): { status: number; description: string }[] {
  const isWrite = contract.method !== "GET";
  const isOpen = contract.who === "anyone";
  // A wrong link is one that does not exist.
  const isByLink = contract.throttle?.secret === "invite-code";
  const takesInput = isWrite || contract.query !== undefined || contract.params !== undefined;
  const may: Record<keyof typeof descriptions, boolean> = {
    invalid: takesInput,
    unauthenticated: !isOpen || (contract.throttle !== undefined && !isByLink),
    forbidden: !isOpen || isWrite,
    not_found:
      ((!isOpen || isByLink) && takesInput) || (!isWrite && contract.mayBeMissing === true),
    conflict: isWrite || contract.mayConflict === true,
    changed: isWrite && contract.honoursIfMatch !== undefined,
    too_large: isWrite,
    throttled: contract.throttle !== undefined,
    internal: true,
    unavailable: true,
  };
  return codes
    .filter((code) => may[code])
    .map((code) => ({ status: statusOf(code), description: descriptions[code] }));
}

const codes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "changed",
  "too_large",
  "throttled",
  "internal",
  "unavailable",
] as const satisfies readonly (keyof typeof descriptions)[];

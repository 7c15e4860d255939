import "server-only";
import { AppError, conflict, unavailable } from "@/lib/errors";
import { isRecord } from "@/lib/wire";

/** SQLSTATE classes and socket errors that mean: no database right now. */
const NO_CONNECTION =
  /^(08\w{3}|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2037)$/;
const NO_CONNECTION_TEXT =
  /connect ENOENT|timeout expired|connection terminated|timeout exceeded when trying to connect|server closed the connection|can't reach database|connection closed|connection ended|not queryable|unable to start a transaction|cannot use a pool after calling end/i;
/** Ended because it took too long: a statement, a wait for a lock, a transaction. */
const TOO_LATE = /^(57014|55P03|25P0[34]|P2028)$/;
const DISK_FULL = /^(53100|ENOSPC)$/;
const NO_RESOURCES = /^53\w{3}$/;
const READ_ONLY = /^25006$/;
const UNIQUE = /^(23505|P2002)$/;
const RETRY = /^(40001|40P01|P2034)$/;

/** Turns errors of Prisma and of the driver into ours; anything else comes back as it is. */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (mentions(error, NO_CONNECTION, NO_CONNECTION_TEXT)) return unavailable(error);
  if (isSerializationFailure(error)) return busy(error);
  if (mentions(error, TOO_LATE)) {
    return unavailable(error, "The database took too long for this. Try again in a moment.");
  }
  if (mentions(error, DISK_FULL)) {
    return unavailable(
      error,
      "The database's disk is full. Nothing can be changed until it has room.",
    );
  }
  if (mentions(error, READ_ONLY)) {
    return unavailable(error, "The database takes no changes right now. Try again in a moment.");
  }
  if (mentions(error, NO_RESOURCES)) return unavailable(error);
  if (mentions(error, UNIQUE)) return conflict("This exists already.");
  return error;
}

/** Lost against parallel transactions as often as it was tried again. */
function busy(cause: unknown): AppError {
  return unavailable(cause, "Too many others are changing this right now. Try again.");
}

export function isUniqueViolation(error: unknown): boolean {
  return mentions(error, UNIQUE);
}

/** A transaction that lost against another one and may simply run again. */
export function isSerializationFailure(error: unknown): boolean {
  return mentions(error, RETRY);
}

/** Looks for a code, or a text, in an error and in what caused it (the adapter nests them). */
function mentions(error: unknown, code: RegExp, message?: RegExp, depth = 0): boolean {
  if (!isRecord(error) || depth > 5) return false;
  const codes = [error["code"], error["originalCode"]];
  if (codes.some((value) => typeof value === "string" && code.test(value))) return true;
  const text = error["message"];
  if (message && typeof text === "string" && message.test(text)) return true;
  const inner = [error["cause"], error["meta"], error["driverAdapterError"]];
  return inner.some((value) => mentions(value, code, message, depth + 1));
}

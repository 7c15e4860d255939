/**
 * The habits of the wire format: times, id sets, and the zero-valued structs of Go clients. Pages load this, so
 * schemas, which bring zod, stand in wire-schemas.ts.
 */

export const ZERO_TIME = "0001-01-01T00:00:00Z";
const ZERO_TIME_MS = Date.parse(ZERO_TIME);
const STORED_ZERO_TIME = "0001-01-01 00:00:00";

/** RFC 3339; an unset time is stored and sent as Go's zero time. */
export function toWireTime(time: Date): string {
  return time.getTime() === ZERO_TIME_MS ? ZERO_TIME : time.toISOString();
}

/** The same from PostgreSQL's text of a time in UTC, which leaves zeros at the end out: `2026-11-30 09:05:07.25`. */
export function storedToWireTime(text: string): string {
  if (text === STORED_ZERO_TIME) return ZERO_TIME;
  const [seconds = "", fraction = ""] = text.replace(" ", "T").split(".");
  return `${seconds}.${fraction.padEnd(3, "0")}Z`;
}

/** What an unset time is in the database. */
export function zeroDate(): Date {
  return new Date(ZERO_TIME_MS);
}

export function isZeroTime(value: unknown): boolean {
  return (
    typeof value === "string" &&
    value.startsWith("0001-01-01") &&
    Date.parse(value) === ZERO_TIME_MS
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** Blanks, and what no font draws: format and filler characters, and the empty Braille pattern. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u;

export function showsNothing(value: string): boolean {
  return INVISIBLE.test(value);
}

export function toIdSet(ids: readonly string[]): Record<string, Record<string, never>> {
  return Object.fromEntries(ids.map((id) => [id, {}]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What a body says: `null` is "not sent", and in an object whose `created_at` is Go's zero time so is
 * every zero value (`false`, `""`, zero time). Applies to the body and to the objects right below it.
 */
export function withoutUnsent(body: Record<string, unknown>): Record<string, unknown> {
  const isUnsent = isZeroTime(body["created_at"]) ? isZeroValue : isNull;
  const sent = Object.entries(body).filter(([, value]) => !isUnsent(value));
  return Object.fromEntries(
    sent.map(([key, value]) => [
      key,
      isRecord(value) && isZeroTime(value["created_at"]) ? withoutUnsent(value) : value,
    ]),
  );
}

function isNull(value: unknown): boolean {
  return value === null;
}

function isZeroValue(value: unknown): boolean {
  return value === null || value === false || value === "" || isZeroTime(value);
}

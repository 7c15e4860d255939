/** The habits of the wire format: times, id sets, flags, text, and the zero-valued structs of Go clients. */
import { z } from "zod";

export const ZERO_TIME = "0001-01-01T00:00:00Z";
const ZERO_TIME_MS = Date.parse(ZERO_TIME);

/** RFC 3339; an unset time is stored and sent as Go's zero time. */
export function toWireTime(time: Date): string {
  return time.getTime() === ZERO_TIME_MS ? ZERO_TIME : time.toISOString();
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

export const wireTime = z.string().meta({ format: "date-time" });

/** Control characters: C0, delete and C1 (Unicode category Cc). */
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_TAB_AND_BREAKS = /[^\P{Cc}\t\n\r]/u;

const NO_CONTROL = "Control characters are not allowed.";
const WELL_FORMED = "This is not valid Unicode text.";

/** Text without control characters and lone surrogates, at most `max` code points long. */
export function text(max?: number) {
  return bounded(z.string(), max)
    .refine((value) => value.isWellFormed(), WELL_FORMED)
    .refine((value) => !CONTROL.test(value), NO_CONTROL);
}

/** As {@link text}, but tabs and line breaks are allowed. */
export function longText(max: number) {
  return bounded(z.string(), max)
    .refine((value) => value.isWellFormed(), WELL_FORMED)
    .refine((value) => !CONTROL_BUT_TAB_AND_BREAKS.test(value), NO_CONTROL);
}

function bounded(schema: z.ZodString, max: number | undefined) {
  if (max === undefined) return schema;
  return schema.refine(
    (value) => value.length <= max || codePoints(value) <= max,
    `This is longer than ${max.toLocaleString("en")} characters.`,
  );
}

export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** A set of ids on the way in: `{"id":{}}`, `{"id":null}` or `["id"]`. Becomes a list without repetitions. */
export const idSetInput = z
  .unknown()
  .transform((value, ctx): string[] => {
    const members = Array.isArray(value)
      ? value.map((id: unknown) => [id, null])
      : entriesOf(value);
    if (members === null) {
      ctx.addIssue({ code: "custom", message: 'This must be a set of ids, such as {"id": {}}.' });
      return z.NEVER;
    }
    const ids = new Set<string>();
    for (const [id, member] of members) {
      const parsed = groupId.safeParse(id);
      if (parsed.success && (member === null || isRecord(member))) ids.add(parsed.data);
      else
        ctx.addIssue({
          code: "custom",
          path: [String(id)],
          message: "This is not a member of a set of ids.",
        });
    }
    return [...ids];
  })
  .meta({ override: { type: "object", additionalProperties: { type: "object" } } });

const groupId = text(255).min(1);

function entriesOf(value: unknown): [unknown, unknown][] | null {
  return isRecord(value) ? Object.entries(value) : null;
}

/** A set of ids on the way out: `{"id":{}}`. */
export const idSet = z.record(z.string(), z.object({}));

export function toIdSet(ids: readonly string[]): Record<string, Record<string, never>> {
  return Object.fromEntries(ids.map((id) => [id, {}]));
}

/** A flag in the query: `true` or `false`, absent is false. */
export const flag = z
  .enum(["true", "false"], 'This must be "true" or "false".')
  .optional()
  .transform((value) => value === "true");

/** A whole number in the query. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const message = `This must be a whole number from ${String(min)} to ${max.toLocaleString("en")}.`;
  return z
    .string()
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
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

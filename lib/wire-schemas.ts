/** The schemas that all domains share: times, text, id sets, flags and numbers of a query, pages. */
import { z } from "zod";
import { codePoints, isRecord, showsNothing, withoutUnsent } from "./wire";

export const wireTime = z.string().meta({ format: "date-time" });

const A_TIME = "This must be a time such as 2026-01-31T12:00:00Z.";

/** A time on the way in, as RFC 3339 has it, in the years 1 to 9999: the database reads no others in this form. */
export const timeInput = z
  .string()
  .transform(plainTime)
  .pipe(z.iso.datetime({ offset: true, error: A_TIME }))
  .transform((value) => new Date(value))
  .refine((value) => value.getUTCFullYear() >= 1 && value.getUTCFullYear() <= 9999, A_TIME);

/** RFC 3339 allows small letters and leap seconds, which `Date` does not read. */
function plainTime(value: string): string {
  return value.toUpperCase().replace(/:60(?=[.Z+-])/, ":59");
}

/** Control characters: C0, delete and C1 (Unicode category Cc). */
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_TAB_AND_BREAKS = /[^\P{Cc}\t\n\r]/u;
/** What turns the direction of the text around it: embeddings, overrides and isolates. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;

const NO_CONTROL = "Control characters are not allowed.";
const NO_TURNING = "Characters that change the direction of text are not allowed.";
const WELL_FORMED = "This is not valid Unicode text.";

/** The same for documents: what {@link text} refuses. */
export const PLAIN_TEXT = "^[^\\u0000-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]*$";

/** Text in NFC without control characters, changes of direction and lone surrogates, at most `max` code points long. */
export function text(max?: number) {
  return bounded(wellFormed(z.string().normalize("NFC")), max)
    .refine((value) => !CONTROL.test(value), NO_CONTROL)
    .meta({ pattern: PLAIN_TEXT });
}

/** As {@link text}, but as it was sent: for what may hold ASCII alone, to which NFC turns some other letters. */
export function exactText() {
  return wellFormed(z.string())
    .refine((value) => !CONTROL.test(value), NO_CONTROL)
    .meta({ pattern: PLAIN_TEXT });
}

/** As {@link text}, but tabs and line breaks are allowed. */
export function longText(max: number) {
  return bounded(wellFormed(z.string().normalize("NFC")), max).refine(
    (value) => !CONTROL_BUT_TAB_AND_BREAKS.test(value),
    NO_CONTROL,
  );
}

function wellFormed(schema: z.ZodString) {
  return schema
    .refine((value) => value.isWellFormed(), WELL_FORMED)
    .refine((value) => !TURNING.test(value), NO_TURNING);
}

function bounded(schema: z.ZodString, max: number | undefined) {
  if (max === undefined) return schema;
  return schema.refine(
    (value) => value.length <= max || codePoints(value) <= max,
    `This is longer than ${max.toLocaleString("en")} characters.`,
  );
}

/** The name of a thing, stored without blanks around it; `subject` begins the sentence of a refusal. */
export function nameInput(subject: string, max: number) {
  return text()
    .trim()
    .refine(
      (value) => value !== "" && codePoints(value) <= max,
      `${subject} has 1 to ${String(max)} characters.`,
    )
    .refine((value) => value === "" || !showsNothing(value), `${subject} shows nothing.`);
}

const MAX_IDS = 10_000;

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
    if (members.length > MAX_IDS) {
      ctx.addIssue({
        code: "custom",
        message: `A set has at most ${MAX_IDS.toLocaleString("en")} ids.`,
      });
      return z.NEVER;
    }
    for (const [index, [id, member]] of members.entries()) {
      const parsed = groupId.safeParse(id);
      if (parsed.success && (member === null || isRecord(member))) ids.add(parsed.data);
      else
        ctx.addIssue({
          code: "custom",
          path: [typeof id === "string" ? id : index],
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

/** A flag in the query: `true` or `false`, absent is false. */
export const flag = z
  .enum(["true", "false"], 'This must be "true" or "false".')
  .optional()
  .transform((value) => value === "true");

/** A whole number in the query, where it comes as text. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const message = `This must be a whole number from ${String(min)} to ${max.toLocaleString("en")}.`;
  return z
    .string()
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message)
    .meta({ override: { type: "integer", minimum: min, maximum: max } });
}

/** The keys of a query that ask for one page of a list. */
export const pageQuery = z.object({
  page: wholeNumber({ min: 1, max: 1_000_000_000 }).prefault("1"),
  per_page: wholeNumber({ min: 1, max: 500 }).prefault("10"),
});

/** The page shape that all paged lists share. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    page: z.int(),
    per_page: z.int(),
    total: z.int(),
    total_pages: z.int(),
    total_is_estimate: z.literal(true).optional(),
  });
}

const kinds: Record<string, string> = {
  string: "text",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** Zod's standard problems in words that a person can act on. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return "This is required.";
    return `This must be ${kinds[issue.expected] ?? issue.expected}.`;
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String).join(", ");
    return issue.input === undefined ? "This is required." : `This must be one of: ${values}.`;
  }
  if (issue.code === "too_small" && issue.origin === "string") return "This is too short.";
  return undefined;
}

/** An object within a body, of which `null` and the zero values of a zero-valued struct are not sent either. */
export function withinBody<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (isRecord(value) ? withoutUnsent(value) : value), schema);
}

/**
 * A change of a thing where its id is sent, else a new one: what a body holds that stands for either of two others.
 * @param isChange whether what was sent names a thing
 */
export function changeOrNew<U extends z.ZodType, N extends z.ZodType>(
  { change, create }: { change: U; create: N },
  isChange: (sent: Record<string, unknown>) => boolean,
) {
  type Read = { change: z.output<U>; create?: never } | { create: z.output<N>; change?: never };
  return z.unknown().transform((value, ctx): Read => {
    const sent = isRecord(value) ? withoutUnsent(value) : value;
    return isRecord(sent) && isChange(sent)
      ? { change: readBy(change, sent, ctx) }
      : { create: readBy(create, sent, ctx) };
  });
}

function readBy<T extends z.ZodType>(schema: T, value: unknown, ctx: z.RefinementCtx): z.output<T> {
  const read = schema.safeParse(value, { error: describeIssue });
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    ctx.addIssue({ code: "custom", path, message });
  }
  return z.NEVER;
}

/**
 * Exactly one of the keys of an object, each of which is optional.
 * @param usual those that are named to whoever sends none; all, where that is not said
 */
export function exactlyOne<T extends Record<string, z.ZodOptional>>(
  shape: T,
  usual: (keyof T & string)[] = Object.keys(shape),
) {
  const message = `Send exactly one of ${new Intl.ListFormat("en").format(usual)}.`;
  return z.object(shape).superRefine((given, ctx) => {
    const sent = Object.entries(given).flatMap(([key, value]) =>
      value === undefined ? [] : [key],
    );
    if (sent.length === 1) return;
    for (const key of sent.length === 0 ? usual : sent) {
      ctx.addIssue({ code: "custom", path: [key], message });
    }
  });
}

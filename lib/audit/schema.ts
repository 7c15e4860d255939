import { z } from "zod";
import { pageOf, wholeNumber, wireTime } from "@/lib/wire-schemas";

export const auditEntry = z.object({
  id: z.uuid(),
  at: wireTime,
  /** Username, `masteradministrator`, or empty when nobody was signed in. */
  actor: z.string(),
  verb: z.string(),
  target_type: z.string(),
  target: z.string(),
  ip: z.string(),
  user_agent: z.string(),
  request_id: z.string(),
  /** The changed keys as they were; null when the target was created. */
  before: z.record(z.string(), z.unknown()).nullable(),
  /** The changed keys as they are now; null when the target was deleted. */
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = pageOf(auditEntry);
export type AuditPage = z.infer<typeof auditPage>;

const A_TIME = "This must be a time such as 2026-01-31T12:00:00Z.";

/** In the years 1 to 9999: the database reads no others in this form. */
const time = z
  .string()
  .transform(plainTime)
  .pipe(z.iso.datetime({ offset: true, error: A_TIME }))
  .transform((value) => new Date(value))
  .refine((value) => value.getUTCFullYear() >= 1 && value.getUTCFullYear() <= 9999, A_TIME);

/** RFC 3339 allows small letters and leap seconds, which `Date` does not read. */
function plainTime(value: string): string {
  return value.toUpperCase().replace(/:60(?=[.Z+-])/, ":59");
}

export const auditListQuery = z.object({
  actor: z.string().optional(),
  verb: z.string().optional(),
  target_type: z.string().optional(),
  target: z.string().optional(),
  from: time.optional(),
  to: time.optional(),
  q: z.string().optional(),
  page: wholeNumber({ min: 1, max: 1_000_000_000 }).prefault("1"),
  per_page: wholeNumber({ min: 1, max: 500 }).prefault("10"),
});
export type AuditListQuery = z.output<typeof auditListQuery>;

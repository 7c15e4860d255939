import { z } from "zod";
import { pageOf, pageQuery, timeInput, wireTime } from "@/lib/wire-schemas";

export const auditEntry = z.object({
  id: z.uuid(),
  at: wireTime,
  /** Username, `masteradministrator`, or empty when nobody was signed in. */
  actor: z.string(),
  verb: z.string(),
  target_type: z.string(),
  target: z.string(),
  /** The name of the target at that time; the same as `target` where it had no other. */
  target_name: z.string(),
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

export const auditListQuery = pageQuery.extend({
  actor: z.string().optional(),
  /** One verb, or several with commas between them. */
  verb: z.string().optional(),
  target_type: z.string().optional(),
  target: z.string().optional(),
  from: timeInput.optional(),
  to: timeInput.optional(),
  q: z.string().optional(),
});
export type AuditListQuery = z.output<typeof auditListQuery>;

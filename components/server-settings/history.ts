import type { AuditEntry } from "@/lib/audit/schema";
import type { ServerSettings } from "@/lib/server-settings/schema";

/** The newest of these entries, which are in that order, that changed the setting. */
export function lastChangeOf(
  key: keyof ServerSettings,
  entries: readonly AuditEntry[],
): AuditEntry | undefined {
  return entries.find(({ after }) => after !== null && key in after);
}

import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { ServerSettings } from "./schema";

export const serverSettingsAudit = defineAudit({
  targetType: "server-settings",
  verbs: ["server-settings.update"],
  keys: [
    "basic_auth",
    "mfa_enforced",
    "allowed_email_domains",
    "session_minutes",
    "invite_days",
    "token_max_days",
    "password_min_length",
    "notify_pending",
  ],
});

/** What of the settings stands in the audit log: what somebody set. */
export function snapshotOf({
  mail_configured: _mail,
  ...settings
}: ServerSettings): SnapshotOf<typeof serverSettingsAudit> {
  return settings;
}

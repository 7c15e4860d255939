import { defineAudit } from "@/lib/audit/definition";

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

/** What the server's settings are called, and their values in words. */
import { formatCount, formatDuration, formatList } from "@/lib/format";
import type { serverSettingsAudit } from "@/lib/server-settings/audit";

interface SettingWords {
  label: string;
  value: (value: unknown) => string;
}

export const settingWords: Record<(typeof serverSettingsAudit)["keys"][number], SettingWords> = {
  basic_auth: { label: "Sign-in with a password", value: onOrOff },
  mfa_enforced: { label: "MFA requirement", value: onOrOff },
  allowed_email_domains: { label: "Allowed e-mail domains", value: domainsText },
  session_minutes: { label: "Session lifetime", value: minutesText },
  invite_days: { label: "Invite lifetime", value: daysText },
  token_max_days: { label: "Longest API token lifetime", value: daysText },
  password_min_length: { label: "Minimum password length", value: String },
  notify_pending: { label: "Mail about pending users", value: onOrOff },
};

function onOrOff(isOn: unknown): string {
  return isOn ? "On" : "Off";
}

function domainsText(domains: unknown): string {
  if (!Array.isArray(domains) || domains.length === 0) return "None";
  return domains.includes("*") ? "All" : formatList(domains.map(String));
}

function minutesText(minutes: unknown): string {
  return formatDuration(Number(minutes) * 60, 3);
}

function daysText(days: unknown): string {
  return formatCount(Number(days), "day");
}

/** "about 1 year 3 months"; null for less than a month. */
export function roughDays(days: number): string | null {
  const total = Math.round(days / 30.44);
  const [years, months] = [Math.floor(total / 12), total % 12];
  const parts = [
    years > 0 && formatCount(years, "year"),
    months > 0 && formatCount(months, "month"),
  ].filter(Boolean);
  return parts.length === 0 ? null : `about ${parts.join(" ")}`;
}

/** What a server starts with and the bounds of what may be set, for pages, which load them without zod. */
import { defaultLimits } from "@/lib/limits";

export const defaultServerSettings = {
  basic_auth: true,
  mfa_enforced: false,
  allowed_email_domains: ["*"],
  session_minutes: 720,
  invite_days: 7,
  token_max_days: 366,
  password_min_length: defaultLimits.passwordMinLength,
  notify_pending: false,
};

export interface Bounds {
  min: number;
  max: number;
}

export const settingBounds = {
  session_minutes: { min: 5, max: 525_600 },
  invite_days: { min: 1, max: 365 },
  token_max_days: { min: 1, max: 3_650 },
  password_min_length: { min: 5, max: 64 },
} as const satisfies Record<string, Bounds>;

export const MAX_EMAIL_DOMAINS = 250;

/** How many of those whom a change concerns are named. */
export const NAMED_AT_MOST = 100;

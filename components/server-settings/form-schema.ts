import { z } from "zod";
import { serverSettingsUpdate } from "@/lib/server-settings/schema";
import type { EditedSettings } from "./editable-settings";

const { session_minutes, password_min_length, invite_days, token_max_days, allowed_email_domains } =
  serverSettingsUpdate.shape;

/** The rules of the endpoint, for numbers and domains as they are typed. */
export const settingsForm = z.object({
  basic_auth: z.boolean(),
  mfa_enforced: z.boolean(),
  allowed_email_domains: z.string().transform(readDomains),
  notify_pending: z.boolean(),
  session_minutes: typed(session_minutes.unwrap()),
  password_min_length: typed(password_min_length.unwrap()),
  invite_days: typed(invite_days.unwrap()),
  token_max_days: typed(token_max_days.unwrap()),
});
export type SettingsForm = z.input<typeof settingsForm>;

function typed(rule: z.ZodType<number, number>) {
  return z.string().transform(toNumber).pipe(rule);
}

/** "525600" and "525,600"; anything else is no number. */
export function toNumber(text: string): number {
  const isNumber = /^\s*(\d+|\d{1,3}(,\d{3})+)\s*$/.test(text);
  return isNumber ? Number(text.replaceAll(",", "")) : Number.NaN;
}

/** Domains on lines, or with blanks or commas between. What is wrong with one names it. */
function readDomains(text: string, ctx: z.RefinementCtx): string[] {
  const domains = text.split(/[\s,;]+/).filter((domain) => domain !== "");
  const read = allowed_email_domains.unwrap().safeParse(domains);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    const wrong = domains[Number(path[0])];
    ctx.addIssue({
      code: "custom",
      message: wrong === undefined ? message : `“${wrong}”: ${message}`,
    });
  }
  return z.NEVER;
}

export function valuesOf(settings: EditedSettings): SettingsForm {
  return {
    basic_auth: settings.basic_auth,
    mfa_enforced: settings.mfa_enforced,
    allowed_email_domains: settings.allowed_email_domains.join("\n"),
    notify_pending: settings.notify_pending,
    session_minutes: String(settings.session_minutes),
    password_min_length: String(settings.password_min_length),
    invite_days: String(settings.invite_days),
    token_max_days: String(settings.token_max_days),
  };
}

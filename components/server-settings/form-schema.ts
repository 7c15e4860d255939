import { z } from "zod";
import { serverSettingsUpdate, type ServerSettings } from "@/lib/server-settings/schema";

const { session_minutes, password_min_length, invite_days, token_max_days } =
  serverSettingsUpdate.shape;

/** The rules of the endpoint, for numbers as they are typed. */
export const settingsForm = z.object({
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

export function valuesOf(settings: ServerSettings): SettingsForm {
  return {
    session_minutes: String(settings.session_minutes),
    password_min_length: String(settings.password_min_length),
    invite_days: String(settings.invite_days),
    token_max_days: String(settings.token_max_days),
  };
}

import { z } from "zod";
import { isEmail } from "@/lib/user/username";
import { exactText } from "@/lib/wire-schemas";
import { MAX_EMAIL_DOMAINS, settingBounds, type Bounds } from "./values";

export const serverSettings = z
  .object({
    /** Whether others than the super admin may sign in with a password. */
    basic_auth: z.boolean(),
    mfa_enforced: z.boolean(),
    /** Mail domains whose people may ask to be admitted; `*` stands for all. */
    allowed_email_domains: z.array(z.string()),
    session_minutes: z.int(),
    invite_days: z.int(),
    token_max_days: z.int(),
    password_min_length: z.int(),
    /** Whether administrators are told by mail of people who wait to be admitted. */
    notify_pending: z.boolean(),
    /** Whether this server can send mail; follows from its configuration. */
    mail_configured: z.boolean(),
  })
  .meta({ id: "ServerSettings" });
export type ServerSettings = z.infer<typeof serverSettings>;

/** Labels of letters, digits and hyphens; the last one is no number, as that of an address would be. */
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

const emailDomain = exactText()
  .refine(
    (value) => value === "*" || DOMAIN.test(value),
    'This must be a domain such as example.com, without "https://" and "@", or * for all.',
  )
  .transform((value) => value.toLowerCase());

const emailDomains = z
  .array(emailDomain)
  .max(MAX_EMAIL_DOMAINS, `At most ${String(MAX_EMAIL_DOMAINS)} domains fit.`)
  .transform((domains) => [...new Set(domains)]);

/** Absent keys stay as they are. */
export const serverSettingsUpdate = z.object({
  basic_auth: z.boolean().optional(),
  mfa_enforced: z.boolean().optional(),
  allowed_email_domains: emailDomains.optional(),
  session_minutes: wholeNumber(settingBounds.session_minutes).optional(),
  invite_days: wholeNumber(settingBounds.invite_days).optional(),
  token_max_days: wholeNumber(settingBounds.token_max_days).optional(),
  password_min_length: wholeNumber(settingBounds.password_min_length).optional(),
  notify_pending: z.boolean().optional(),
});
export type ServerSettingsUpdate = z.output<typeof serverSettingsUpdate>;

const people = z.object({
  total: z.int(),
  /** The first 100 of them, in their order. */
  usernames: z.array(z.string()),
});

/** What a change of the settings would do. */
export const settingsPreview = z.object({
  /** Who could not sign in any more. */
  locked_out: people,
  /** Who would have to set up MFA. */
  must_enrol: people,
  /** Why the change would be refused; else empty. */
  refused: z.string(),
});
export type SettingsPreview = z.infer<typeof settingsPreview>;

const address = exactText().refine(
  (value) => value.length <= 254 && isEmail(value),
  "This is not an e-mail address such as ada@example.com.",
);

export const testMailRequest = z.object({
  /** Absent: to the caller's own username, which must be an address then. */
  to: address.optional(),
});
/** As the page asks, which knows the username. */
export const testMailForm = testMailRequest.required();
export type TestMailRequest = z.output<typeof testMailRequest>;

export const testMailResult = z.object({
  kind: z.enum(["accepted", "refused", "delayed", "unknown"]),
  /** What the mail server said, or why it could not be asked. */
  reply: z.string(),
});
export type TestMailResult = z.infer<typeof testMailResult>;

function wholeNumber({ min, max }: Bounds) {
  const message = `This must be a whole number from ${String(min)} to ${max.toLocaleString("en")}.`;
  return z.int(message).min(min, message).max(max, message);
}

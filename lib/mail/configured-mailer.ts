import "server-only";
import os from "node:os";
import { env } from "@/lib/env";
import { createMailer, type Mailer } from "./mailer";
import { mailNameOf } from "./message";

/** The mailer that the environment configures; null where no mail can be sent. */
export function configuredMailer(): Mailer | null {
  const { SMTP_URL: server, MAIL_FROM: from, SMTP_CA_FILE: ca, MUSTER_BASE_URL } = env();
  if (server === undefined || from === undefined) return null;
  const mailName = MUSTER_BASE_URL === undefined ? os.hostname() : mailNameOf(MUSTER_BASE_URL);
  return createMailer({ server, from, mailName, ca });
}

import "server-only";
import { env } from "@/lib/env";

/** Whether this server can send mail. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/** What the pages call the states of an invite and of its mail. */
import type { MailStatus } from "@/lib/invite/values";

export const mailStatusNames: Record<MailStatus, string> = {
  queued: "Queued",
  sent: "Sent",
  failed: "Failed",
  not_configured: "Not mailed",
};

/** What to do about a mail that failed, by what its error says. */
export function adviceFor(error: string): string {
  if (error.includes("may have been sent")) return "Ask whether it arrived, or send it again.";
  if (error.includes("refused the address")) {
    return "Check the address. If it is wrong, revoke this invite and invite the right one.";
  }
  if (/SMTP_URL|MAIL_FROM|certificate|encryption/.test(error)) {
    return "Have the mail settings of the server checked, then send it again.";
  }
  return "Send it again, or copy the link and hand it over.";
}

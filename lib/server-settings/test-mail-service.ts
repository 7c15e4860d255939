import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import { configuredMailer } from "@/lib/mail/configured-mailer";
import type { Outcome } from "@/lib/mail/outcome";
import { testMail } from "@/lib/mail/test-mail";
import { actorName } from "@/lib/permissions";
import { isEmail } from "@/lib/user/username";
import type { TestMailRequest, TestMailResult } from "./schema";

/** Sends a test mail past the queue. @param host where this server is, as the mail says it */
export async function sendTestMail(
  ctx: Context,
  { to = actorName(ctx.actor) }: TestMailRequest,
  { host }: { host: string },
): Promise<TestMailResult> {
  authorize(ctx, "server-settings:write");
  if (!isEmail(to)) {
    throw invalid([
      { path: "to", message: "Your username is no e-mail address. Say where to send it." },
    ]);
  }
  const mailer = configuredMailer();
  if (!mailer) throw conflict("This server sends no mail: SMTP_URL and MAIL_FROM are not set.");
  return resultOf(await mailer.send(await testMail({ to, host })));
}

function resultOf(outcome: Outcome): TestMailResult {
  switch (outcome.kind) {
    case "accepted":
      return { kind: "accepted", reply: outcome.reply };
    case "withdrawn":
      return { kind: "unknown", reply: "The mail was not handed over." };
    default:
      return { kind: outcome.kind, reply: outcome.reason };
  }
}

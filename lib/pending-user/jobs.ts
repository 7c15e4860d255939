import "server-only";
import { transaction } from "@/lib/db/transaction";
import type { Tx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { defineJob } from "@/lib/jobs/job";
import { configuredMailer } from "@/lib/mail/configured-mailer";
import { deliver, DELIVERY_SECONDS, type StoredMail } from "@/lib/mail/delivery";
import type { MailMessage } from "@/lib/mail/message";
import { approvedMail, rejectedMail, waitingMail } from "@/lib/mail/pending-user-mails";
import type { MailProgress } from "@/lib/mail/progress";
import { pendingUserMail } from "./mail";
import * as mails from "./mail-repository";

/** How many mails each process sends side by side. */
const CONCURRENCY = 5;

export const mailAboutPendingUser = defineJob(
  pendingUserMail.name,
  pendingUserMail.data,
  async (ctx, { mail_id: id }) => {
    const mailer = configuredMailer();
    if (mailer) await deliver(ctx, mailer, storedMail(id));
    // The server that would have sent it was taken out of the configuration.
    else await transaction(ctx, (tx) => mails.remove(tx.db, id));
  },
  { concurrency: CONCURRENCY, timeoutSeconds: DELIVERY_SECONDS },
);

/** Nobody looks at it once it is sent or has failed, which the log tells. */
function storedMail(id: string): StoredMail {
  return {
    lock: (tx) => lock(tx, id),
    compose: (tx) => compose(tx, id),
    write: ({ db }, progress) =>
      progress.status === "sent" || progress.status === "failed"
        ? mails.remove(db, id)
        : mails.write(db, id, progress),
    tryAgain: (tx, startAfter) =>
      enqueue(tx, mailAboutPendingUser, { mail_id: id }, { startAfter }),
  };
}

async function lock({ db }: Tx, id: string): Promise<MailProgress | null> {
  const mail = await mails.lock(db, id);
  if (!mail) return null;
  if (!mail.isTrue) {
    await mails.remove(db, id);
    return null;
  }
  const { mailStatus: status, mailDelays: delays, mailQueuedAt: queuedAt, mailError } = mail;
  return { status, delays, queuedAt, error: mailError };
}

async function compose({ db }: Tx, id: string): Promise<MailMessage> {
  const mail = await mails.lock(db, id);
  if (!mail) throw new Error("A mail went while it was locked.");
  const { kind, address: to, origin, reason } = mail;
  switch (kind) {
    case "approved":
      return approvedMail({ to, origin });
    case "rejected":
      return rejectedMail({ to, origin, reason });
    case "waiting":
      return waitingMail({
        to,
        origin: env().MUSTER_BASE_URL ?? null,
        ...(await mails.findWaiting(db)),
      });
  }
}

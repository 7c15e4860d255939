import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { defineJob } from "@/lib/jobs/job";
import { configuredMailer } from "@/lib/mail/configured-mailer";
import { deliver, DELIVERY_SECONDS, type StoredMail } from "@/lib/mail/delivery";
import { inviteMail } from "@/lib/mail/invite-mail";
import { transaction } from "@/lib/db/transaction";
import { MASTER_KEY_USERNAME, platformRoleNames } from "@/lib/permissions";
import { codeOf, linkOf } from "./code";
import * as invites from "./repository";

const data = z.object({ invite_id: z.uuid(), mail_id: z.uuid() });
type MailOf = z.infer<typeof data>;

/** How many mails each process sends side by side. */
const CONCURRENCY = 5;

export const mailInvite = defineJob(
  "invite.mail",
  data,
  async (ctx, mail) => {
    const mailer = configuredMailer();
    if (mailer) await deliver(ctx, mailer, storedMail(mail));
    else await transaction(ctx, (tx) => giveUp(tx, mail));
  },
  { concurrency: CONCURRENCY, timeoutSeconds: DELIVERY_SECONDS },
);

function storedMail(mail: MailOf): StoredMail {
  return {
    lock: async (tx) => (await lock(tx, mail))?.progress ?? null,
    compose: (tx) => compose(tx, mail),
    write: (tx, progress) => invites.writeMail(tx.db, mail.invite_id, progress),
    tryAgain: (tx, startAfter) => enqueue(tx, mailInvite, mail, { startAfter }),
  };
}

function lock({ db, now }: Tx, { invite_id: inviteId, mail_id: mailId }: MailOf) {
  return invites.lockMail(db, { inviteId, mailId }, now);
}

async function compose(tx: Tx, mail: MailOf) {
  const invite = await lock(tx, mail);
  if (!invite) throw new Error("An invite went while it was locked.");
  const { inviterName, groups, networks } = await invites.findTold(tx.db, invite);
  const { email, createdBy, origin, role, expiresAt } = invite;
  return inviteMail({
    to: email,
    inviter:
      createdBy === MASTER_KEY_USERNAME ? null : { displayName: inviterName, username: createdBy },
    host: new URL(origin).host,
    role: platformRoleNames[role],
    groups,
    networks: networks ?? "all",
    link: linkOf(invite, codeOf(invite)),
    expiresAt,
  });
}

/** The server that would have sent it was taken out of the configuration. */
async function giveUp(tx: Tx, mail: MailOf): Promise<void> {
  const invite = await lock(tx, mail);
  if (invite?.mailStatus !== "queued") return;
  await invites.writeMail(tx.db, mail.invite_id, {
    status: "not_configured",
    delays: 0,
    error: "",
  });
}

export const removeUnlistedInvites = defineJob(
  "invite.remove-unlisted",
  z.object({}),
  async ({ db, now }) => {
    await invites.removeUnlisted(db, now);
  },
  { cron: "41 2 * * *" },
);

/** The job that sends a mail of this domain, for whoever enqueues it: what it does stands in jobs. */
import { z } from "zod";

export const pendingUserMail = {
  name: "pending-user.mail",
  data: z.object({ mail_id: z.uuid() }),
};

export const pendingMailKinds = ["approved", "rejected", "waiting"] as const;
export type PendingMailKind = (typeof pendingMailKinds)[number];

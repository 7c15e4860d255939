import "server-only";
import { toWireTime } from "@/lib/wire";
import { codeOf, linkOf } from "./code";
import type { StoredInvite, StoredMailStatus } from "./stored";
import type { UserInvite } from "./schema";
import type { MailStatus } from "./values";

/** An invite as it leaves the server: its link is for whoever may invite to its role, while it is good. */
export function toUserInvite(
  invite: StoredInvite,
  { mayInvite, now }: { mayInvite: boolean; now: Date },
): UserInvite {
  const isOpen = mayInvite && invite.expiresAt > now;
  const code = isOpen ? codeOf(invite) : "";
  return {
    email: invite.email,
    platform_role_id: invite.role,
    user_group_ids: Object.fromEntries(invite.groupIds.map((id) => [id, {}])),
    network_roles: {},
    invite_code: code,
    invite_url: isOpen ? linkOf(invite, code) : "",
    expires_at: toWireTime(invite.expiresAt),
    created_at: toWireTime(invite.createdAt),
    created_by: invite.createdBy,
    mail_status: wireStatus(invite.mailStatus),
    // Why it was only delayed is nobody's trouble yet.
    mail_error: invite.mailStatus === "failed" ? invite.mailError : "",
  };
}

/** Nobody need know that a mail is being handed over just now. */
export function wireStatus(status: StoredMailStatus): MailStatus {
  return status === "sending" ? "queued" : status;
}

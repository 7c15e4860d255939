import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import { toWireTime } from "@/lib/wire";

/** Never with the code: whoever reads the log could sign up by it. */
export const inviteAudit = defineAudit({
  targetType: "invite",
  verbs: ["invite.create", "invite.resend", "invite.revoke", "invite.accept"],
  keys: [
    "platform_role_id",
    "user_group_ids",
    "expires_at",
    // Of an invite that is sent again: whether its old link ended.
    "new_link",
  ],
});

interface Offer {
  role: string;
  groupIds: readonly string[];
  expiresAt: Date;
}

/** What of an invite stands in the audit log. */
export function snapshotOf({ role, groupIds, expiresAt }: Offer): SnapshotOf<typeof inviteAudit> {
  return {
    platform_role_id: role,
    user_group_ids: groupIds,
    expires_at: toWireTime(expiresAt),
  };
}

/** An invite has no other name than its address. */
export function targetOf({ email }: { email: string }) {
  return { target: email, targetName: email };
}

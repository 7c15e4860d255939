/** Audit entries about invites, in words. */
import { MailCheck, MailPlus, MailX, Send } from "lucide-react";
import { momentText, withoutTarget, withTarget, type AuditWords } from "@/components/audit/words";
import { roleText, userAuditWords } from "@/components/user/audit-words";
import type { inviteAudit } from "@/lib/invite/audit";

const { platform_role_id: role, user_group_ids: groups } = userAuditWords.keys;

export const inviteAuditWords: AuditWords<typeof inviteAudit> = {
  targetType: { value: "invite", label: "Invite" },
  verbs: {
    "invite.create": {
      name: "Invited",
      icon: MailPlus,
      phrase: ({ entry: { after } }) => withTarget("invited", roleText(after)),
    },
    "invite.resend": {
      name: "Invite sent again",
      icon: Send,
      phrase: ({ entry: { after } }) =>
        after?.["new_link"] === true
          ? withTarget("made a new link for the invite of")
          : withTarget("sent the invite again to"),
    },
    "invite.revoke": {
      name: "Invite revoked",
      icon: MailX,
      phrase: () => withTarget("revoked the invite of"),
    },
    "invite.accept": {
      name: "Invite accepted",
      icon: MailCheck,
      phrase: ({ isOwn }) =>
        isOwn ? withoutTarget("accepted their invite") : withTarget("accepted the invite of"),
    },
  },
  keys: {
    platform_role_id: role,
    user_group_ids: groups,
    expires_at: { label: "Expires", value: momentText },
    new_link: { label: "New link", value: (value) => (value === true ? "Yes" : "No") },
  },
};

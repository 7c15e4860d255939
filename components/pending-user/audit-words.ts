/** Audit entries about pending users, in words. */
import { UserRoundCheck, UserRoundPlus, UserRoundX } from "lucide-react";
import { withTarget, type AuditWords } from "@/components/audit/words";
import { roleText, userAuditWords } from "@/components/user/audit-words";
import type { pendingUserAudit } from "@/lib/pending-user/audit";

const {
  display_name,
  external_identity_provider_id,
  platform_role_id: role,
  user_group_ids: groups,
} = userAuditWords.keys;

export const pendingUserAuditWords: AuditWords<typeof pendingUserAudit> = {
  targetType: { value: "pending-user", label: "Pending user" },
  verbs: {
    "pending-user.create": {
      name: "Asked to join",
      icon: UserRoundPlus,
      nobody: "Somebody new",
      phrase: () => withTarget("asked to join as"),
    },
    "pending-user.approve": {
      name: "Pending user approved",
      icon: UserRoundCheck,
      phrase: ({ entry: { after } }) => withTarget("approved the pending user", roleText(after)),
    },
    "pending-user.reject": {
      name: "Pending user rejected",
      icon: UserRoundX,
      tone: "warn",
      phrase: () => withTarget("rejected the pending user"),
    },
  },
  keys: {
    display_name,
    provider: { label: "Provider" },
    external_identity_provider_id,
    replaces: { label: "In place of" },
    platform_role_id: role,
    user_group_ids: groups,
    reason: { label: "Reason" },
  },
};

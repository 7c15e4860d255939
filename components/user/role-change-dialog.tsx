"use client";

import { BeforeAndNow } from "@/components/form/form-conflict";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/lib/format";
import { platformRoleNames, type PlatformRole } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { roleDescriptions } from "./role-options";
import { nameOf } from "./user-words";

/** Asks before a role is changed: what the new one means, and what goes with the old one. */
export function RoleChangeDialog({
  user,
  role,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  user: User;
  role: PlatformRole;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const tokens = user.num_access_tokens;
  return (
    <ConfirmDialog
      title={`Change the role of ${nameOf(user)}?`}
      confirmLabel="Change role"
      tone={tokens > 0 ? "danger" : "primary"}
      isPending={isPending}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className="text-ink">
        <BeforeAndNow
          before={platformRoleNames[user.platform_role_id]}
          now={platformRoleNames[role]}
        />
      </p>
      <p>{roleDescriptions[role]}</p>
      <p>
        {tokens > 0
          ? `${formatCount(tokens, "API token")} of this user ${tokens === 1 ? "is" : "are"} revoked, and whatever uses ${tokens === 1 ? "it" : "them"} stops working.`
          : "This user has no API tokens that would be revoked."}
      </p>
    </ConfirmDialog>
  );
}

import { Crown, Trash2 } from "lucide-react";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { can, isSelf, type Actor } from "@/lib/permissions";
import { canBecomeSuperAdmin, canDeleteUser } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";
import { reasonOf } from "@/components/user/user-words";

export type HeaderAction = "disable" | "delete" | "sign-out" | "transfer";

/** The rarer things; handing over is only ever the super admin's. */
export function userHeaderMenu({
  actor,
  user,
  onAction,
}: {
  actor: Actor;
  user: User;
  onAction: (action: HeaderAction) => void;
}): MenuEntry[] {
  const canTransfer = can(actor, "super-admin:transfer") && !isSelf(actor, user.username);
  return [
    ...(canTransfer
      ? [
          {
            label: "Hand over super admin…",
            icon: <Crown />,
            disabledReason: reasonOf(canBecomeSuperAdmin(user)),
            onSelect: () => {
              onAction("transfer");
            },
          },
        ]
      : []),
    {
      label: "Delete user…",
      icon: <Trash2 />,
      isDanger: true,
      disabledReason: reasonOf(canDeleteUser(actor, user)),
      onSelect: () => {
        onAction("delete");
      },
    },
  ];
}

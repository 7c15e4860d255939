import { Copy, UserRoundCheck, UserRoundX } from "lucide-react";
import { copyText } from "@/components/ui/copy-text";
import type { MenuEntry } from "@/components/ui/menu-entry";
import type { PendingUser } from "@/lib/pending-user/schema";
import { permits, reasonOf, type Actor } from "@/lib/permissions";

export type PendingUserAction = "approve" | "reject";

/** What can be done with somebody who waits; what the actor may not do says why. */
export function pendingUserMenu({
  actor,
  pending: { username },
  onAction,
}: {
  actor: Actor;
  pending: PendingUser;
  onAction: (action: PendingUserAction, usernames: readonly string[]) => void;
}): MenuEntry[] {
  const disabledReason = reasonOf(permits(actor, "pending-users:write"));
  return [
    {
      label: "Approve…",
      icon: <UserRoundCheck />,
      disabledReason,
      onSelect: () => {
        onAction("approve", [username]);
      },
    },
    {
      label: "Copy address",
      icon: <Copy />,
      onSelect: () => void copyText(username, "Address copied"),
    },
    { kind: "separator" },
    {
      label: "Reject…",
      icon: <UserRoundX />,
      isDanger: true,
      disabledReason,
      onSelect: () => {
        onAction("reject", [username]);
      },
    },
  ];
}

"use client";

import { MailPlus } from "lucide-react";
import type { Command, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";

const InviteDialog = lazyDialog(async () => (await import("./invite-dialog")).InviteDialog);

/** Inviting people, from everywhere; nothing for those who never see an invite. */
export function newInviteCommands({
  actor,
  openDialog,
}: {
  actor: Actor;
  openDialog: OpenDialog;
}): Command[] {
  if (!can(actor, "invites:read")) return [];
  return [
    {
      id: "invite-create",
      label: "Invite people…",
      icon: <MailPlus />,
      keywords: "mail sign-up new user",
      disabledReason: reasonOf(permits(actor, "invites:write")),
      onSelect: () => {
        openDialog((onClose) => <InviteDialog onClose={onClose} />);
      },
    },
  ];
}

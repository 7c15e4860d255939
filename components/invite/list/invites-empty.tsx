"use client";

import { MailPlus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { permits, reasonOf } from "@/lib/permissions";

/** Nobody is invited. */
export function InvitesEmpty({ onInvite }: { onInvite: () => void }) {
  const actor = useActor();
  return (
    <EmptyState
      icon={<MailPlus />}
      title="No invites"
      actions={
        <Button
          variant="primary"
          disabledReason={reasonOf(permits(actor, "invites:write"))}
          onClick={onInvite}
        >
          Invite people
        </Button>
      }
    >
      Whoever is invited gets a link and chooses a password. Nobody has to type one for somebody
      else.
    </EmptyState>
  );
}

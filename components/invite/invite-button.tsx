"use client";

import { useState } from "react";
import { MailPlus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { lazyDialog } from "@/components/ui/lazy-component";
import { permits, reasonOf } from "@/lib/permissions";

const InviteDialog = lazyDialog(async () => (await import("./invite-dialog")).InviteDialog);

/** Opens the dialog that invites people, on pages that are about something else. */
export function InviteButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        icon={<MailPlus />}
        disabledReason={reasonOf(permits(useActor(), "invites:write"))}
        onPointerEnter={InviteDialog.preload}
        onFocus={InviteDialog.preload}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Invite people
      </Button>
      {isOpen && (
        <InviteDialog
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

"use client";

import { useState } from "react";
import { NewLinkShown } from "@/components/invite/new-link-shown";
import { useRenewInvite } from "@/components/invite/mutations";
import { useIsMailConfigured } from "@/components/invite/no-mail-callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import type { UserInvite } from "@/lib/invite/schema";

/** Makes a new link in place of the old one, and shows it. */
export function InviteNewLinkDialog({
  invite: { email },
  onClose,
}: {
  invite: UserInvite;
  onClose: () => void;
}) {
  const isMailConfigured = useIsMailConfigured();
  const [link, setLink] = useState<string | null>(null);
  const renew = useRenewInvite(setLink);

  if (link !== null) {
    return (
      <Dialog
        title={
          <>
            New link for <Name>{email}</Name>
          </>
        }
        onClose={onClose}
      >
        <NewLinkShown link={link} isMailed={isMailConfigured} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={
        <>
          Make a new link for <Name>{email}</Name>?
        </>
      }
      confirmLabel="Make new link"
      tone="primary"
      isPending={renew.isPending}
      error={renew.error?.message ?? null}
      onConfirm={() => {
        renew.mutate(email);
      }}
      onClose={onClose}
    >
      <p>The link they have now stops working, and the time to accept begins again.</p>
      <p>
        {isMailConfigured
          ? "The new link is mailed to them, and you can copy it here."
          : "This server sends no mail: copy the new link here and hand it over."}
      </p>
    </ConfirmDialog>
  );
}

"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { usePlainForm } from "@/components/form/use-plain-form";
import { useRenewInvite } from "@/components/invite/mutations";
import { NewLinkShown } from "@/components/invite/new-link-shown";
import { useIsMailConfigured } from "@/components/invite/no-mail-callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
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
  const form = usePlainForm({ defaultValues: {} });
  const name = <Name>{email}</Name>;

  return (
    <Dialog
      title={link === null ? <>Make a new link for {name}?</> : <>New link for {name}</>}
      isLocked={renew.isPending}
      onClose={onClose}
    >
      {link === null ? (
        <Form form={form} onSubmit={() => renew.mutateAsync(email)}>
          <DialogBody className="grid gap-2 text-ink-2">
            <p>The link they have now stops working, and the time to accept begins again.</p>
            <p>
              {isMailConfigured
                ? "The new link is mailed to them, and you can copy it here."
                : "This server sends no mail: copy the new link here and hand it over."}
            </p>
          </DialogBody>
          <DialogFooter>
            <DialogCancel />
            <SubmitButton data-autofocus>Make new link</SubmitButton>
          </DialogFooter>
        </Form>
      ) : (
        <NewLinkShown link={link} isMailed={isMailConfigured} />
      )}
    </Dialog>
  );
}

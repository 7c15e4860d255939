"use client";

import { useRevokeInvite } from "@/components/invite/mutations";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import type { UserInvite } from "@/lib/invite/schema";

/** Ends one invite, after asking. */
export function InviteRevokeDialog({
  invite: { email },
  onClose,
}: {
  invite: UserInvite;
  onClose: () => void;
}) {
  const revoke = useRevokeInvite();

  function handleConfirm() {
    revoke.mutate(email, {
      onSuccess: () => {
        toast.success(
          <>
            The invite of <Name>{email}</Name> was revoked
          </>,
        );
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Revoke the invite of <Name>{email}</Name>?
        </>
      }
      confirmLabel="Revoke invite"
      isPending={revoke.isPending}
      error={revoke.error && errorText(revoke.error)}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>Their link stops working immediately. You can invite them again later.</p>
    </ConfirmDialog>
  );
}

function errorText(error: Error): string {
  return isRefusal(error, "not_found")
    ? "This invite is gone: it was accepted or revoked meanwhile."
    : error.message;
}

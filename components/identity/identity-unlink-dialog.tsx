"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import type { Identity } from "@/lib/identity/schema";
import { useUnlinkIdentity } from "./mutations";

/** Asks before somebody unlinks an identity of their own. */
export function IdentityUnlinkDialog({
  username,
  identity: { id, email },
  provider,
  onClose,
}: {
  username: string;
  identity: Identity;
  /** What the provider is called. */
  provider: string;
  onClose: () => void;
}) {
  const unlink = useUnlinkIdentity(username);

  function handleConfirm() {
    unlink.mutate(id, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{provider}</Name> is not linked any more
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
          Unlink <Name>{provider}</Name>?
        </>
      }
      confirmLabel={`Unlink ${provider}`}
      isPending={unlink.isPending}
      error={unlink.error && errorText(unlink.error)}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        You cannot sign in as <Name>{email}</Name> with <Name>{provider}</Name> any more. You stay
        signed in, and can link it again.
      </p>
    </ConfirmDialog>
  );
}

function errorText(error: Error): string {
  return isRefusal(error, "not_found") ? "This identity was unlinked already." : error.message;
}

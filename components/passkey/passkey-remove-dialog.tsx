"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import type { Passkey } from "@/lib/passkey/schema";
import { useRemovePasskey } from "./mutations";

/** Asks before somebody removes a passkey of their own. */
export function PasskeyRemoveDialog({
  username,
  passkey: { id, name },
  onClose,
}: {
  username: string;
  passkey: Passkey;
  onClose: () => void;
}) {
  const remove = useRemovePasskey(username);

  function handleConfirm() {
    remove.mutate(id, {
      onSuccess: () => {
        toast.success("Passkey removed");
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Remove <Name>{name}</Name>?
        </>
      }
      confirmLabel="Remove passkey"
      isPending={remove.isPending}
      error={remove.error && errorText(remove.error)}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        It signs you in no more; your sessions stay. Your device or password manager keeps its half
        until you delete it there.
      </p>
    </ConfirmDialog>
  );
}

function errorText(error: Error): string {
  return isRefusal(error, "not_found") ? "This passkey was removed already." : error.message;
}

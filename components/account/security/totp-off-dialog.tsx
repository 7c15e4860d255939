"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSwitchTotpOff } from "./mutations";

/** Asks before somebody signs in with the password alone again. */
export function TotpOffDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const switchOff = useSwitchTotpOff(username);

  function handleConfirm() {
    switchOff.mutate(undefined, {
      onSuccess: () => {
        toast.success("The authenticator app is switched off");
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title="Switch off the authenticator app?"
      confirmLabel="Switch off"
      isPending={switchOff.isPending}
      error={switchOff.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        Your password alone signs you in then. The recovery codes go with it; passkeys stay, and so
        do your sessions.
      </p>
    </ConfirmDialog>
  );
}

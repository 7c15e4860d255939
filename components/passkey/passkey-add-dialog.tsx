"use client";

import { deviceName } from "@/components/session/device-name";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useAddPasskey } from "./mutations";
import { PasskeyNameForm } from "./passkey-name-form";

/** Asks what to call a passkey, then has the browser make it. */
export function PasskeyAddDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const add = useAddPasskey(username);

  async function handleName(name: string) {
    await add.mutateAsync(name);
    toast.success("Passkey added");
    onClose();
  }

  return (
    <Dialog
      title="Add a passkey"
      description="Your fingerprint, face or screen lock signs you in then, in place of password and code. Your browser asks where to keep it."
      size="sm"
      isLocked={add.isPending}
      onClose={onClose}
    >
      <PasskeyNameForm
        initial={deviceName(navigator.userAgent)}
        submitLabel="Continue"
        onSubmit={handleName}
      />
    </Dialog>
  );
}

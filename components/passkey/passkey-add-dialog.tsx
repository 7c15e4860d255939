"use client";

import { deviceName } from "@/components/session/device-name";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useAddPasskey } from "./mutations";
import { PasskeyNameForm } from "./passkey-name-form";
import { newName } from "./passkey-words";

/** Asks what to call a passkey, then has the browser make it. Closing it ends what the browser asks. */
export function PasskeyAddDialog({
  username,
  taken,
  onClose,
}: {
  username: string;
  /** The names of those that there are. */
  taken: readonly string[];
  onClose: () => void;
}) {
  const { add, isSending } = useAddPasskey(username);

  async function handleName(name: string) {
    await add(name);
    toast.success("Passkey added");
    onClose();
  }

  return (
    <Dialog
      title="Add a passkey"
      description="You then sign in with your fingerprint, face or screen lock instead of a password and code. Your browser asks where to keep the passkey."
      size="sm"
      isLocked={isSending}
      onClose={onClose}
    >
      <PasskeyNameForm
        initial={newName(deviceName(navigator.userAgent), taken)}
        submitLabel="Continue"
        onSubmit={handleName}
      />
    </Dialog>
  );
}

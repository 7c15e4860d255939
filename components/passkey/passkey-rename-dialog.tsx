"use client";

import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { Passkey } from "@/lib/passkey/schema";
import { useRenamePasskey } from "./mutations";
import { PasskeyNameForm } from "./passkey-name-form";
import { errorText } from "./passkey-words";

export function PasskeyRenameDialog({
  username,
  passkey: { id, name: before },
  onClose,
}: {
  username: string;
  passkey: Passkey;
  onClose: () => void;
}) {
  const rename = useRenamePasskey(username);

  async function handleName(name: string) {
    if (name !== before) {
      await rename.mutateAsync({ id, name }).catch((error: unknown) => {
        if (error instanceof Error) error.message = errorText(error);
        throw error;
      });
      toast.success("Passkey renamed");
    }
    onClose();
  }

  return (
    <Dialog
      title={
        <>
          Rename <Name>{before}</Name>
        </>
      }
      size="sm"
      isLocked={rename.isPending}
      onClose={onClose}
    >
      <PasskeyNameForm initial={before} submitLabel="Rename" onSubmit={handleName} />
    </Dialog>
  );
}

"use client";

import { useState } from "react";
import { Fingerprint } from "lucide-react";
import { deviceName } from "@/components/session/device-name";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Attestation } from "@/lib/passkey/schema";
import { useAddPasskey, useMakePasskey } from "./mutations";
import { PasskeyNameForm } from "./passkey-name-form";

/** Has the browser make a passkey, then asks what to call it. */
export function PasskeyAddDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const make = useMakePasskey(username);
  const add = useAddPasskey(username);
  const [made, setMade] = useState<Attestation | null>(null);

  async function handleName(name: string) {
    if (!made) return;
    await add.mutateAsync({ name, credential: made });
    toast.success("Passkey added");
    onClose();
  }

  return (
    <Dialog
      title={made ? "Name this passkey" : "Add a passkey"}
      description={
        made
          ? "It is made. Give it a name, and it signs you in."
          : "Your fingerprint, face or screen lock signs you in then, in place of password and code. Your browser asks where to keep it."
      }
      size="sm"
      isLocked={make.isPending || add.isPending}
      onClose={onClose}
    >
      {made ? (
        <PasskeyNameForm
          initial={deviceName(navigator.userAgent)}
          submitLabel="Save passkey"
          onSubmit={handleName}
        />
      ) : (
        <>
          {make.error && (
            <DialogBody>
              <Callout tone="danger" role="alert">
                {make.error.message}
              </Callout>
            </DialogBody>
          )}
          <DialogFooter>
            <DialogCancel />
            <Button
              variant="primary"
              icon={<Fingerprint />}
              isPending={make.isPending}
              onClick={() => {
                make.mutate(undefined, { onSuccess: setMade });
              }}
            >
              Continue
            </Button>
          </DialogFooter>
        </>
      )}
    </Dialog>
  );
}

"use client";

import { Fingerprint } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useConfirmWithPasskey } from "./mutations";

/** Confirms who one is with a passkey. */
export function PasskeyCheck({
  username,
  onConfirmed,
}: {
  username: string;
  onConfirmed: () => void;
}) {
  const confirm = useConfirmWithPasskey(username);
  const isWrong = confirm.data === false;

  return (
    <div className="grid gap-4">
      {(confirm.error !== null || isWrong) && (
        <Callout tone="danger" role="alert">
          {confirm.error?.message ?? "The server did not take this passkey. Try another way."}
        </Callout>
      )}
      <Button
        variant="primary"
        icon={<Fingerprint />}
        isPending={confirm.isPending}
        onClick={() => {
          confirm.mutate(undefined, {
            onSuccess: (isRight) => {
              if (isRight) onConfirmed();
            },
          });
        }}
      >
        Use a passkey
      </Button>
    </div>
  );
}

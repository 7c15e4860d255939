"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRenewRecoveryCodes } from "./mutations";
import { RecoveryCodesShown } from "./recovery-codes-shown";

/** Makes new recovery codes, for whoever agrees that the old ones end. */
export function RecoveryCodesDialog({
  username,
  onClose,
}: {
  username: string;
  onClose: () => void;
}) {
  const renew = useRenewRecoveryCodes(username);
  const [codes, setCodes] = useState<string[] | null>(null);

  if (codes) {
    return (
      <RecoveryCodesShown
        username={username}
        codes={codes}
        description="The old codes no longer work."
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title="Make new recovery codes?"
      confirmLabel="Make new codes"
      tone="primary"
      isPending={renew.isPending}
      error={renew.error?.message ?? null}
      onConfirm={() => {
        renew.mutate(undefined, {
          onSuccess: ({ recovery_codes: made }) => {
            setCodes(made);
          },
        });
      }}
      onClose={onClose}
    >
      <p>You get ten new codes. Those that you have now stop working.</p>
    </ConfirmDialog>
  );
}

"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { ClientConfig } from "@/lib/client-config/schema";
import { nameOf } from "./config-words";
import { useUpdateConfig } from "./mutations";
import { WhichConfig } from "./which-config";

/** Asks, because the device loses its connection. */
export function ConfigDisableDialog({
  config,
  onClose,
}: {
  config: ClientConfig;
  onClose: () => void;
}) {
  const disable = useUpdateConfig({ isShownInPlace: true });

  function handleConfirm() {
    disable.mutate(
      { id: config.clientid, change: { enabled: false } },
      {
        onSuccess: () => {
          onClose();
          toast.success(
            <>
              <Name>{nameOf(config)}</Name> is off
            </>,
          );
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={
        <>
          Disable <Name>{nameOf(config)}</Name>?
        </>
      }
      confirmLabel="Disable"
      isPending={disable.isPending}
      error={disable.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <WhichConfig config={config} />
      <p>The device cannot connect until it is enabled again. Its addresses stay its own.</p>
    </ConfirmDialog>
  );
}

"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { ClientConfig } from "@/lib/client-config/schema";
import { nameOf } from "./config-words";
import { useDeleteConfig } from "./mutations";
import { WhichConfig } from "./which-config";

/** Names the client config, whose it is, and what its device loses. */
export function ConfigDeleteDialog({
  config,
  onDeleted,
  onClose,
}: {
  config: ClientConfig;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  const remove = useDeleteConfig();

  function handleConfirm() {
    remove.mutate(config.clientid, {
      onSuccess: () => {
        onClose();
        toast.success(
          <>
            <Name>{nameOf(config)}</Name> was deleted
          </>,
        );
        onDeleted?.();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Delete <Name>{nameOf(config)}</Name>?
        </>
      }
      confirmLabel="Delete client config"
      isPending={remove.isPending}
      error={remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <WhichConfig config={config} />
      <p>The device cannot connect with it any more. Its addresses are free for others.</p>
    </ConfirmDialog>
  );
}

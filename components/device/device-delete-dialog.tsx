"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import type { ClientConfig } from "@/lib/client-config/schema";
import { nameOfDevice } from "./device-words";
import { useDeleteDevice } from "./mutations";

/** Names the device, and what stops with it. */
export function DeviceDeleteDialog({
  config,
  onClose,
}: {
  config: ClientConfig;
  onClose: () => void;
}) {
  const remove = useDeleteDevice();
  const name = nameOfDevice(config);

  function handleConfirm() {
    remove.mutate(config.clientid, {
      onSuccess: () => {
        toast.success(
          <>
            “<Name>{name}</Name>” was deleted
          </>,
        );
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Delete “<Name>{name}</Name>”?
        </>
      }
      confirmLabel="Delete device"
      isPending={remove.isPending}
      error={remove.error && errorText(remove.error)}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        It can no longer connect to <Name>{config.network}</Name>. To use it again, you have to add
        it again.
      </p>
    </ConfirmDialog>
  );
}

function errorText(error: Error): string {
  return isRefusal(error, "not_found") ? "This device was already deleted." : error.message;
}

"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { useWhatIf } from "@/components/what-if/use-what-if";
import { WhatIf } from "@/components/what-if/what-if";
import { useDeleteNetwork } from "./mutations";

/** Names the network, what goes with it, and who loses access. */
export function NetworkDeleteDialog({
  netid,
  onDeleted,
  onClose,
}: {
  netid: string;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  const remove = useDeleteNetwork();
  const whatIf = useWhatIf({ delete: { network_id: netid } });

  function handleConfirm() {
    remove.mutate(netid, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{netid}</Name> was deleted
          </>,
        );
        onClose();
        onDeleted?.();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Delete <Name>{netid}</Name>?
        </>
      }
      confirmLabel={whatIf.confirmLabel("Delete network")}
      size="md"
      typeToConfirm={netid}
      isPending={remove.isPending}
      disabledReason={whatIf.refusal}
      error={remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        Its roles, its two groups and everything that other groups grant on it are deleted too. The
        accounts stay.
      </p>
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

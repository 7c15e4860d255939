"use client";

import { DeleteDialog } from "@/components/what-if/delete-dialog";
import { useDeleteNetwork } from "./mutations";
import { NetworkHits } from "./network-hits";

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
  return (
    <DeleteDialog
      id={netid}
      name={netid}
      label="Delete network"
      change={{ delete: { network_id: netid } }}
      remove={useDeleteNetwork()}
      typeToConfirm={netid}
      onDeleted={onDeleted}
      onClose={onClose}
    >
      <p>
        Its roles, its two groups and everything that other groups grant on it are deleted too. The
        accounts stay.
      </p>
      <NetworkHits netid={netid} />
    </DeleteDialog>
  );
}

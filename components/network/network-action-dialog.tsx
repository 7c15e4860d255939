"use client";

import { useQuery } from "@tanstack/react-query";
import { networkDetailQuery } from "@/components/lookup/networks";
import { lazyDialog } from "@/components/ui/lazy-component";
import type { NetworkActionKind } from "./network-actions";

const NetworkEditDialog = lazyDialog(
  async () => (await import("./network-edit-dialog")).NetworkEditDialog,
);
const NetworkDeleteDialog = lazyDialog(
  async () => (await import("./network-delete-dialog")).NetworkDeleteDialog,
);

/** Edits or deletes a network, after asking. */
export function NetworkActionDialog({
  action,
  netid,
  onDeleted,
  onClose,
}: {
  action: NetworkActionKind;
  netid: string;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  if (action === "delete") {
    return (
      <NetworkDeleteDialog netid={netid} onClose={onClose} {...(onDeleted && { onDeleted })} />
    );
  }
  return <Edit netid={netid} onClose={onClose} />;
}

/** From a list the version that is edited has to be fetched first. */
function Edit({ netid, onClose }: { netid: string; onClose: () => void }) {
  const { data } = useQuery(networkDetailQuery(netid));
  return data ? <NetworkEditDialog latest={data} onClose={onClose} /> : null;
}

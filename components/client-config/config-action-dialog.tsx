"use client";

import { useQuery } from "@tanstack/react-query";
import { lazyDialog } from "@/components/ui/lazy-component";
import type { ClientConfig } from "@/lib/client-config/schema";
import type { ConfigActionKind } from "./config-actions";
import { configDetailQuery } from "./queries";

const ConfigEditDialog = lazyDialog(
  async () => (await import("./config-edit-dialog")).ConfigEditDialog,
);
const ConfigDisableDialog = lazyDialog(
  async () => (await import("./config-disable-dialog")).ConfigDisableDialog,
);
const ConfigDeleteDialog = lazyDialog(
  async () => (await import("./config-delete-dialog")).ConfigDeleteDialog,
);

/** Edits, or asks before what an action does. */
export function ConfigActionDialog({
  action,
  config,
  onDeleted,
  onClose,
}: {
  /** Enabling asks nothing: see `useEnableConfig`. */
  action: Exclude<ConfigActionKind, "enable">;
  config: ClientConfig;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  switch (action) {
    case "edit":
      return <Edit id={config.clientid} onClose={onClose} />;
    case "disable":
      return <ConfigDisableDialog config={config} onClose={onClose} />;
    case "delete":
      return (
        <ConfigDeleteDialog config={config} onClose={onClose} {...(onDeleted && { onDeleted })} />
      );
  }
}

/** From a list the version that is edited has to be fetched first. */
function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery(configDetailQuery(id));
  return data ? <ConfigEditDialog latest={data} onClose={onClose} /> : null;
}

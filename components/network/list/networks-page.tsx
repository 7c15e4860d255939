"use client";

import { useCallback, useState } from "react";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { CreateButton } from "@/components/layout/create-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { NetworkActionDialog } from "@/components/network/network-action-dialog";
import type { NetworkActionKind } from "@/components/network/network-actions";
import { can, permits, reasonOf } from "@/lib/permissions";
import { NetworksHeader } from "./networks-header";
import { NetworksSkeleton } from "./networks-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const NetworksTable = lazyComponent(async () => (await import("./networks-table")).NetworksTable, {
  fallback: <NetworksSkeleton />,
});
const NetworkCreateDialog = lazyDialog(
  async () => (await import("@/components/network/network-create-dialog")).NetworkCreateDialog,
);

/** Which dialog is open. */
type Action = { kind: "create" } | { kind: "one"; action: NetworkActionKind; netid: string };

export function NetworksPage() {
  const [action, setAction] = useState<Action | null>(null);
  const actor = useActor();

  function openCreate() {
    setAction({ kind: "create" });
  }
  function close() {
    setAction(null);
  }
  const handleAction = useCallback((kind: NetworkActionKind, netid: string) => {
    setAction({ kind: "one", action: kind, netid });
  }, []);

  return (
    <>
      <NetworksHeader
        actions={
          can(actor, "networks:see-all") && (
            <CreateButton
              label="Add network"
              shortcut="Add a network"
              icon={<Plus />}
              disabledReason={reasonOf(permits(actor, "networks:write"))}
              onPreload={NetworkCreateDialog.preload}
              onCreate={openCreate}
            />
          )
        }
      />
      <NetworksTable onAction={handleAction} onCreate={openCreate} />
      {action?.kind === "create" && <NetworkCreateDialog onClose={close} />}
      {action?.kind === "one" && (
        <NetworkActionDialog action={action.action} netid={action.netid} onClose={close} />
      )}
    </>
  );
}

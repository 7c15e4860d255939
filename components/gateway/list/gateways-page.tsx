"use client";

import { useCallback, useState } from "react";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { CreateButton } from "@/components/layout/create-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { gatewayChange } from "@/components/gateway/gateway-actions";
import type { ListedGateway } from "@/components/gateway/gateway-columns";
import { GatewaysHeader } from "./gateways-header";
import { GatewaysSkeleton } from "./gateways-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const GatewaysTable = lazyComponent(async () => (await import("./gateways-table")).GatewaysTable, {
  fallback: <GatewaysSkeleton />,
});
const GatewayCreateDialog = lazyDialog(
  async () => (await import("@/components/gateway/gateway-create-dialog")).GatewayCreateDialog,
);
const GatewayDeleteDialog = lazyDialog(
  async () => (await import("@/components/gateway/gateway-delete-dialog")).GatewayDeleteDialog,
);

/** Which dialog is open. */
type Action = { kind: "create" } | { kind: "delete"; gateway: ListedGateway };

export function GatewaysPage() {
  const [action, setAction] = useState<Action | null>(null);
  const { isShown, disabledReason } = gatewayChange(useActor());

  function openCreate() {
    setAction({ kind: "create" });
  }
  function close() {
    setAction(null);
  }
  const handleDelete = useCallback((gateway: ListedGateway) => {
    setAction({ kind: "delete", gateway });
  }, []);

  return (
    <>
      <GatewaysHeader
        actions={
          isShown && (
            <CreateButton
              label="Add gateway"
              shortcut="Add a gateway"
              icon={<Plus />}
              disabledReason={disabledReason}
              onPreload={GatewayCreateDialog.preload}
              onCreate={openCreate}
            />
          )
        }
      />
      <GatewaysTable onDelete={handleDelete} onCreate={openCreate} />
      {action?.kind === "create" && <GatewayCreateDialog onClose={close} />}
      {action?.kind === "delete" && (
        <GatewayDeleteDialog gateway={action.gateway} onClose={close} />
      )}
    </>
  );
}

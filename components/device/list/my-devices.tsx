"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { firstGateways, ownGatewaysQuery } from "@/components/device/queries";
import { CreateButton } from "@/components/layout/create-button";
import { CardSection } from "@/components/ui/card";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { DevicesSkeleton } from "./devices-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const DevicesList = lazyComponent(async () => (await import("./devices-list")).DevicesList, {
  fallback: <DevicesSkeleton />,
});
const DeviceAddDialog = lazyDialog(
  async () => (await import("@/components/device/device-add-dialog")).DeviceAddDialog,
);

/** One's own client configs, and a way to add one. */
export function MyDevices() {
  const { username } = useActor();
  const { data } = useQuery(ownGatewaysQuery(username, firstGateways));
  const [isAdding, setIsAdding] = useState(false);
  const hasNone = data?.total === 0;

  return (
    <CardSection
      title="My devices"
      description="What you connect with. Each device has a connection of its own."
      actions={
        <CreateButton
          label="Add device"
          shortcut="Add a device"
          icon={<Plus />}
          disabledReason={hasNone ? "You have no gateway yet. Ask an administrator for one." : null}
          onPreload={DeviceAddDialog.preload}
          onCreate={() => {
            setIsAdding(true);
          }}
        />
      }
    >
      <DevicesList hasGateway={!hasNone} />
      {isAdding && (
        <DeviceAddDialog
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
    </CardSection>
  );
}

"use client";

import { MonitorSmartphone } from "lucide-react";
import type { Command, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";

const DeviceAddDialog = lazyDialog(
  async () => (await import("./device-add-dialog")).DeviceAddDialog,
);

/** For everybody, from everywhere. */
export function newDeviceCommand(openDialog: OpenDialog): Command {
  return {
    id: "device-add",
    label: "Add a device…",
    icon: <MonitorSmartphone />,
    keywords: "new phone laptop wireguard client config",
    onSelect: () => {
      openDialog((onClose) => <DeviceAddDialog onClose={onClose} />);
    },
  };
}

"use client";

import { Network, Router, ShieldPlus, UsersRound } from "lucide-react";
import type { Command, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";

const GroupCreateDialog = lazyDialog(
  async () => (await import("@/components/group/group-create-dialog")).GroupCreateDialog,
);
const RoleCreateDialog = lazyDialog(
  async () => (await import("@/components/role/role-create-dialog")).RoleCreateDialog,
);
const NetworkCreateDialog = lazyDialog(
  async () => (await import("@/components/network/network-create-dialog")).NetworkCreateDialog,
);
const GatewayCreateDialog = lazyDialog(
  async () => (await import("@/components/gateway/gateway-create-dialog")).GatewayCreateDialog,
);

/** Making groups, networks, gateways and roles, from everywhere; nothing for those who never see any. */
export function newAccessCommands({
  actor,
  openDialog,
}: {
  actor: Actor;
  openDialog: OpenDialog;
}): Command[] {
  if (!can(actor, "groups:read")) return [];
  return [
    {
      id: "group-create",
      label: "Add group…",
      icon: <UsersRound />,
      keywords: "create new team",
      disabledReason: reasonOf(permits(actor, "groups:write")),
      onSelect: () => {
        openDialog((onClose) => <GroupCreateDialog onClose={onClose} />);
      },
    },
    {
      id: "network-create",
      label: "Add network…",
      icon: <Network />,
      keywords: "create new range",
      disabledReason: reasonOf(permits(actor, "networks:write")),
      onSelect: () => {
        openDialog((onClose) => <NetworkCreateDialog onClose={onClose} />);
      },
    },
    {
      id: "gateway-create",
      label: "Add gateway…",
      icon: <Router />,
      keywords: "create new wireguard",
      disabledReason: reasonOf(permits(actor, "gateways:write")),
      onSelect: () => {
        openDialog((onClose) => <GatewayCreateDialog onClose={onClose} />);
      },
    },
    {
      id: "role-create",
      label: "Add role…",
      icon: <ShieldPlus />,
      keywords: "create new rights",
      disabledReason: reasonOf(permits(actor, "roles:write")),
      onSelect: () => {
        openDialog((onClose) => <RoleCreateDialog onClose={onClose} />);
      },
    },
  ];
}

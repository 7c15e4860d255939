"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity, MonitorSmartphone, Router, Trash2, UsersRound } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import type { Command, CommandGroup, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { paths } from "@/lib/paths";
import { can, permits, reasonOf } from "@/lib/permissions";
import { gatewayChange } from "./gateway-actions";
import { toGatewayId } from "./gateway-id-of";
import { gatewayDetailQuery } from "@/components/lookup/gateways";

const GatewayDeleteDialog = lazyDialog(
  async () => (await import("./gateway-delete-dialog")).GatewayDeleteDialog,
);
const PeopleAttachDialog = lazyDialog(
  async () => (await import("./people-attach-dialog")).PeopleAttachDialog,
);

/** What can be done with the gateway whose page is open; nothing on other pages. */
export function useOpenGatewayCommands(openDialog: OpenDialog): CommandGroup[] {
  const actor = useActor();
  const router = useRouter();
  const { gatewayId } = useParams();
  const id = typeof gatewayId === "string" ? toGatewayId(gatewayId) : null;
  const { data } = useQuery({ ...gatewayDetailQuery(id ?? ""), enabled: id !== null });
  if (!data || id === null) return [];
  const { entity: gateway } = data;
  const { isShown, disabledReason } = gatewayChange(actor);
  const removal: Command = {
    id: "gateway-delete",
    label: "Delete gateway…",
    icon: <Trash2 />,
    isDanger: true,
    disabledReason,
    onSelect: () => {
      openDialog((onClose) => (
        <GatewayDeleteDialog
          gateway={gateway}
          onDeleted={() => {
            router.push(paths.gateways);
          }}
          onClose={onClose}
        />
      ));
    },
  };

  return [
    {
      label: gateway.gw_name,
      commands: [
        {
          id: "gateway-attach",
          label: "Attach people to this gateway…",
          icon: <UsersRound />,
          keywords: "users access",
          disabledReason: reasonOf(
            permits(actor, "attachments:manage", { network: gateway.network }),
          ),
          onSelect: () => {
            openDialog((onClose) => <PeopleAttachDialog gateway={gateway} onClose={onClose} />);
          },
        },
        ...(isShown ? [removal] : []),
        { id: "gateway-overview", label: "Overview", icon: <Router />, href: paths.gateway(id) },
        {
          id: "gateway-people",
          label: "People",
          icon: <UsersRound />,
          href: paths.gateway(id, "people"),
        },
        {
          id: "gateway-configs",
          label: "Client configs",
          icon: <MonitorSmartphone />,
          href: paths.gateway(id, "configs"),
        },
        ...(can(actor, "audit:read-all")
          ? [
              {
                id: "gateway-activity",
                label: "Activity",
                icon: <Activity />,
                href: paths.gateway(id, "activity"),
              },
            ]
          : []),
      ],
    },
  ];
}

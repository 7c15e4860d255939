"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity, Download, MonitorSmartphone } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import type { Command, CommandGroup, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { canOwnNewConfig } from "@/lib/client-config/policy";
import type { ClientConfig } from "@/lib/client-config/schema";
import { paths } from "@/lib/paths";
import { can, reasonOf, seesSomeNetwork, type Actor } from "@/lib/permissions";
import { ConfigActionDialog } from "./config-action-dialog";
import { configActions, fileRefusal, type ConfigActionKind } from "./config-actions";
import { toConfigId } from "./config-id-of";
import { nameOf } from "./config-words";
import { configDetailQuery } from "./queries";
import { useDownloadConfig } from "./use-download-config";
import { useEnableConfig } from "./use-enable-config";

const ConfigCreateDialog = lazyDialog(
  async () => (await import("./config-create-dialog")).ConfigCreateDialog,
);

/** What can be done with the client config whose page is open; nothing on other pages. */
export function useOpenConfigCommands(openDialog: OpenDialog): CommandGroup[] {
  const actor = useActor();
  const router = useRouter();
  const enable = useEnableConfig();
  const download = useDownloadConfig();
  const { configId } = useParams();
  const id = typeof configId === "string" ? toConfigId(configId) : null;
  const { data } = useQuery({ ...configDetailQuery(id ?? ""), enabled: id !== null });
  if (!data || id === null) return [];
  const { entity: config } = data;

  function run(action: ConfigActionKind, of: ClientConfig) {
    if (action === "enable") enable.run(of);
    else {
      openDialog((onClose) => (
        <ConfigActionDialog
          action={action}
          config={of}
          onDeleted={() => {
            router.push(seesSomeNetwork(actor) ? paths.clientConfigs : paths.account);
          }}
          onClose={onClose}
        />
      ));
    }
  }

  return [
    {
      label: nameOf(config),
      commands: [
        {
          id: "config-download",
          label: "Download file",
          icon: <Download />,
          keywords: "wireguard",
          disabledReason: fileRefusal(config),
          onSelect: () => {
            download.run(id);
          },
        },
        ...configActions(actor, config).map(({ action, ...command }): Command => ({
          ...command,
          id: `config-${action}`,
          onSelect: () => {
            run(action, config);
          },
        })),
        ...(can(actor, "audit:read-all")
          ? [
              {
                id: "config-activity",
                label: "Activity",
                icon: <Activity />,
                href: paths.clientConfig(id, "activity"),
              },
            ]
          : []),
      ],
    },
  ];
}

/** Making a client config from everywhere; nothing for those who see no network to make it on. */
export function newConfigCommands({
  actor,
  openDialog,
}: {
  actor: Actor;
  openDialog: OpenDialog;
}): Command[] {
  if (!seesSomeNetwork(actor)) return [];
  return [
    {
      id: "config-create",
      label: "Add client config…",
      icon: <MonitorSmartphone />,
      keywords: "create new device wireguard",
      disabledReason: reasonOf(canOwnNewConfig(actor, "")),
      onSelect: () => {
        openDialog((onClose) => <ConfigCreateDialog onClose={onClose} />);
      },
    },
  ];
}

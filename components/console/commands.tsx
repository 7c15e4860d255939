"use client";

import {
  BookOpen,
  Keyboard,
  MonitorSmartphone,
  Network,
  Router,
  ShieldCheck,
  UsersRound,
} from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { useOpenAccessCommands } from "@/components/access/access-commands";
import { accountCommands } from "@/components/account/account-commands";
import {
  newConfigCommands,
  useOpenConfigCommands,
} from "@/components/client-config/config-commands";
import { configOptions } from "@/components/client-config/config-options";
import type { Command, CommandGroup, OpenDialog } from "@/components/command-menu/command";
import { useOpenGatewayCommands } from "@/components/gateway/gateway-commands";
import { newDeviceCommand } from "@/components/device/device-commands";
import { useOpenGroupCommands } from "@/components/group/group-commands";
import { importCommands } from "@/components/import/import-commands";
import { newInviteCommands } from "@/components/invite/invite-commands";
import { setShortcutListOpen } from "@/components/layout/shortcuts";
import { gatewayOptions } from "@/components/lookup/gateways";
import { groupOptions } from "@/components/lookup/groups";
import { networkOptions } from "@/components/lookup/networks";
import { allRoleOptions } from "@/components/lookup/roles";
import { useLookupSearch } from "@/components/lookup/use-lookup-search";
import { useSignOutCommand } from "@/components/session/session-commands";
import { useSettingsCommands } from "@/components/settings/settings-commands";
import { useTokenCommands } from "@/components/token/token-commands";
import { newUserCommands, useOpenUserCommands } from "@/components/user/user-commands";
import { useUserSearch } from "@/components/user/user-search";
import { paths } from "@/lib/paths";
import { can, seesSomeNetwork, type UserActor } from "@/lib/permissions";
import { newAccessCommands } from "./access-commands";
import { navSections } from "./nav";

/** All that the command menu offers, in its order. What a server finds comes last: it comes late. */
export function useCommandGroups({
  text,
  openDialog,
}: {
  text: string;
  openDialog: OpenDialog;
}): CommandGroup[] {
  const actor = useActor();
  const openUser = useOpenUserCommands(openDialog);
  const openAccess = useOpenAccessCommands(openDialog);
  const signOut = useSignOutCommand();
  const newTokens = useTokenCommands(openDialog);
  const preferences = useSettingsCommands();
  const foundUsers = useUserSearch(text);
  const openGroup = useOpenGroupCommands(openDialog);
  const openGateway = useOpenGatewayCommands(openDialog);
  const openConfig = useOpenConfigCommands(openDialog);
  const found = useFoundAccess(text, actor);
  const foundConfigs = useFoundConfigs(text, actor);
  return [
    ...openUser.map((group) => ({ ...group, commands: [...openAccess, ...group.commands] })),
    ...openGroup,
    ...openGateway,
    ...openConfig,
    { label: "Go to", commands: [...pageCommands(actor), ...accountCommands, apiReference] },
    {
      label: "Actions",
      commands: [
        ...newUserCommands({ actor, openDialog }),
        ...newInviteCommands({ actor, openDialog }),
        ...importCommands(actor),
        ...newAccessCommands({ actor, openDialog }),
        ...newConfigCommands({ actor, openDialog }),
        newDeviceCommand(openDialog),
        ...newTokens,
        shortcuts,
        signOut,
      ],
    },
    preferences,
    ...foundUsers,
    ...found,
    ...foundConfigs,
  ];
}

/** Groups, networks, gateways and roles by name. */
function useFoundAccess(text: string, actor: UserActor): CommandGroup[] {
  const groups = useLookupSearch({
    text,
    label: "Groups",
    icon: <UsersRound />,
    source: groupOptions,
    isAllowed: can(actor, "groups:read"),
    hrefOf: (id) => paths.group(id),
  });
  const networks = useLookupSearch({
    text,
    label: "Networks",
    icon: <Network />,
    source: networkOptions,
    isAllowed: seesSomeNetwork(actor),
    hrefOf: (netid) => paths.network(netid),
  });
  const gateways = useLookupSearch({
    text,
    label: "Gateways",
    icon: <Router />,
    source: gatewayOptions,
    isAllowed: seesSomeNetwork(actor),
    hrefOf: (id) => paths.gateway(id),
  });
  const roles = useLookupSearch({
    text,
    label: "Roles",
    icon: <ShieldCheck />,
    source: allRoleOptions,
    isAllowed: can(actor, "roles:read"),
    hrefOf: (id) => paths.role(id),
  });
  return [...groups, ...networks, ...gateways, ...roles];
}

/** By id, device, owner and address; everybody finds their own. */
function useFoundConfigs(text: string, actor: UserActor): CommandGroup[] {
  return useLookupSearch({
    text,
    label: "Client configs",
    icon: <MonitorSmartphone />,
    source: configOptions,
    isAllowed: can(actor, "client-configs:see"),
    hrefOf: (id) => paths.clientConfig(id),
  });
}

function pageCommands(actor: UserActor): Command[] {
  return navSections(actor).flatMap(({ label: section, items }) =>
    items.map(({ href, label, icon }) => ({
      id: `page-${href}`,
      label,
      icon,
      keywords: `${section} page`,
      href,
    })),
  );
}

const apiReference: Command = {
  id: "api-reference",
  label: "API reference",
  icon: <BookOpen />,
  keywords: "documentation help openapi",
  href: paths.docs,
  isExternal: true,
};

const shortcuts: Command = {
  id: "shortcuts",
  label: "Keyboard shortcuts",
  icon: <Keyboard />,
  keywords: "keys help",
  onSelect: () => {
    setShortcutListOpen(true);
  },
};

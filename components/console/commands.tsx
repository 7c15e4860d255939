"use client";

import { BookOpen, Keyboard } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { accountCommands } from "@/components/account/account-commands";
import type { Command, CommandGroup, OpenDialog } from "@/components/command-menu/command";
import { setShortcutListOpen } from "@/components/layout/shortcuts";
import { useSignOutCommand } from "@/components/session/session-commands";
import { useSettingsCommands } from "@/components/settings/settings-commands";
import { useTokenCommands } from "@/components/token/token-commands";
import { newUserCommands, useOpenUserCommands } from "@/components/user/user-commands";
import { useUserSearch } from "@/components/user/user-search";
import { paths } from "@/lib/paths";
import type { UserActor } from "@/lib/permissions";
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
  const signOut = useSignOutCommand();
  const newTokens = useTokenCommands(openDialog);
  const preferences = useSettingsCommands();
  const foundUsers = useUserSearch(text);
  return [
    ...openUser,
    { label: "Go to", commands: [...pageCommands(actor), ...accountCommands, apiReference] },
    {
      label: "Actions",
      commands: [...newUserCommands({ actor, openDialog }), ...newTokens, shortcuts, signOut],
    },
    preferences,
    ...foundUsers,
  ];
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

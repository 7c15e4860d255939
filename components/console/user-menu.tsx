"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, ChevronsUpDown, CircleUser, Keyboard, LogOut } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { setShortcutListOpen } from "@/components/layout/shortcuts";
import { useSignOut } from "@/components/session/sign-out";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { userDetailQuery } from "@/components/user/queries";
import { nameOf } from "@/components/user/user-words";
import { paths } from "@/lib/paths";
import { platformRoleNames } from "@/lib/permissions";

/** Who is signed in, and what concerns only them. At the sidebar's foot; `isCompact` in the top bar. */
export function UserMenu({ isCompact = false }: { isCompact?: boolean }) {
  const { name, role, entries } = useUserMenu();
  if (isCompact) {
    return (
      <Menu
        label="Your account"
        entries={entries}
        trigger={
          <IconButton label="Your account" icon={<Avatar name={name} />} hasTooltip={false} />
        }
      />
    );
  }
  return (
    <Menu
      label="Your account"
      align="start"
      className="w-full"
      entries={entries}
      trigger={
        <button
          type="button"
          className="flex w-full min-w-0 items-center gap-2.5 rounded-lg px-2 py-1.5 text-start -outline-offset-2 motion-colors hover:bg-sunken aria-expanded:bg-sunken"
        >
          <Avatar name={name} />
          <span className="min-w-0 grow">
            <span className="block truncate font-medium">{name}</span>
            <span className="block truncate text-sm text-ink-3">{role}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        </button>
      }
    />
  );
}

function useUserMenu() {
  const { username, role: roleId } = useActor();
  const { data } = useQuery(userDetailQuery(username));
  const signOut = useSignOut();
  const name = data ? nameOf(data.entity) : username;
  const role = platformRoleNames[roleId];
  const entries: MenuEntry[] = [
    { kind: "heading", label: name, description: `${username} · ${role}` },
    { kind: "link", label: "Account", icon: <CircleUser />, href: paths.account },
    {
      label: "Keyboard shortcuts",
      icon: <Keyboard />,
      shortcut: "?",
      onSelect: () => {
        setShortcutListOpen(true);
      },
    },
    {
      kind: "link",
      label: "API reference",
      icon: <BookOpen />,
      href: paths.docs,
      isExternal: true,
    },
    { kind: "separator" },
    {
      label: "Sign out",
      icon: <LogOut />,
      onSelect: signOut.run,
    },
  ];
  return { name, role, entries };
}

"use client";

import {
  Activity,
  CircleUser,
  KeyRound,
  MonitorSmartphone,
  ShieldCheck,
  UserPlus,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import type { Command, CommandGroup, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { paths } from "@/lib/paths";
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { useOpenUser } from "./open-user";
import { useEnableUser } from "./use-enable-user";
import { UserActionDialog } from "./user-action-dialog";
import { userActions, type UserActionKind } from "./user-actions";
import { nameOf } from "./user-words";

const UserCreateDialog = lazyDialog(
  async () => (await import("./user-create-dialog")).UserCreateDialog,
);

/** What can be done with the user whose page is open; nothing on other pages. */
export function useOpenUserCommands(openDialog: OpenDialog): CommandGroup[] {
  const actor = useActor();
  const router = useRouter();
  const enable = useEnableUser();
  const user = useOpenUser();
  if (!user) return [];

  function run(action: UserActionKind, of: User) {
    if (action === "enable") enable.run(of);
    else {
      openDialog((onClose) => (
        <UserActionDialog
          action={action}
          user={of}
          onDeleted={() => {
            router.push(paths.users);
          }}
          onClose={onClose}
        />
      ));
    }
  }

  const actions = userActions(actor, user).map(({ action, ...command }): Command => ({
    ...command,
    id: `user-${action}`,
    onSelect: () => {
      run(action, user);
    },
  }));
  return [{ label: nameOf(user), commands: [...tabsOf(user), ...actions] }];
}

/** Adding somebody, from everywhere; nothing for those who never see a user but themselves. */
export function newUserCommands({
  actor,
  openDialog,
}: {
  actor: Actor;
  openDialog: OpenDialog;
}): Command[] {
  if (!can(actor, "users:list")) return [];
  const create: Command = {
    id: "user-create",
    label: "Add user…",
    icon: <UserPlus />,
    keywords: "create new account",
    disabledReason: reasonOf(permits(actor, "users:write")),
    onSelect: () => {
      openDialog((onClose) => <UserCreateDialog onClose={onClose} />);
    },
  };
  return [create];
}

/** The profile last: one is mostly there already. */
function tabsOf({ username }: User): Command[] {
  return [
    {
      id: "user-access",
      label: "Access",
      icon: <ShieldCheck />,
      keywords: "groups networks",
      href: paths.user(username, "access"),
    },
    {
      id: "user-sessions",
      label: "Sessions",
      icon: <MonitorSmartphone />,
      href: paths.user(username, "sessions"),
    },
    {
      id: "user-tokens",
      label: "API tokens",
      icon: <KeyRound />,
      href: paths.user(username, "tokens"),
    },
    {
      id: "user-activity",
      label: "Activity",
      icon: <Activity />,
      href: paths.user(username, "activity"),
    },
    { id: "user-profile", label: "Profile", icon: <CircleUser />, href: paths.user(username) },
  ];
}

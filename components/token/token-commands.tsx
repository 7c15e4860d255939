"use client";

import { KeyRound } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import type { Command, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useOpenUser } from "@/components/user/open-user";
import { nameOf } from "@/components/user/user-words";
import { isolated } from "@/lib/format";
import { isSelf, reasonOf } from "@/lib/permissions";
import { canCreateToken, type Owner } from "@/lib/token/policy";

const TokenCreateDialog = lazyDialog(
  async () => (await import("./token-create-dialog")).TokenCreateDialog,
);

/** Creating an API token: for the user that is open, and for oneself from everywhere. */
export function useTokenCommands(openDialog: OpenDialog): Command[] {
  const actor = useActor();
  const user = useOpenUser();

  const create = (owner: Owner, label: string): Command => ({
    id: `token-create-${owner.username}`,
    label,
    icon: <KeyRound />,
    keywords: "new access key bearer",
    disabledReason: reasonOf(canCreateToken(actor, owner)),
    onSelect: () => {
      openDialog((onClose) => <TokenCreateDialog owner={owner} onClose={onClose} />);
    },
  });

  const { username, role } = actor;
  const oneself = { username, platform_role_id: role, account_disabled: false };
  const own = create(oneself, "Create API token…");
  if (!user || isSelf(actor, user.username)) return [own];
  return [create(user, `Create API token for ${isolated(nameOf(user))}…`), own];
}

import { ArrowRight, Ban, CircleCheck, Copy, Trash2 } from "lucide-react";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { toast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
import { canDeleteUser, canSetDisabled } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";
import { reasonOf } from "@/components/user/user-words";

export type UserActionKind = "enable" | "disable" | "delete";

/** What can be done with a user from the list; what the actor may not do says why. */
export function userMenu({
  actor,
  user,
  onAction,
}: {
  actor: Actor;
  user: User;
  onAction: (kind: UserActionKind, user: User) => void;
}): MenuEntry[] {
  return [
    { kind: "link", label: "Open", icon: <ArrowRight />, href: paths.user(user.username) },
    {
      label: "Copy username",
      icon: <Copy />,
      onSelect: () => void copyUsername(user.username),
    },
    { kind: "separator" },
    {
      label: user.account_disabled ? "Enable" : "Disable…",
      icon: user.account_disabled ? <CircleCheck /> : <Ban />,
      disabledReason: reasonOf(canSetDisabled(actor, user)),
      onSelect: () => {
        onAction(user.account_disabled ? "enable" : "disable", user);
      },
    },
    {
      label: "Delete…",
      icon: <Trash2 />,
      isDanger: true,
      disabledReason: reasonOf(canDeleteUser(actor, user)),
      onSelect: () => {
        onAction("delete", user);
      },
    },
  ];
}

async function copyUsername(username: string) {
  try {
    await navigator.clipboard.writeText(username);
    toast.success("Username copied", { description: username });
  } catch {
    toast.error("The browser did not allow copying.");
  }
}

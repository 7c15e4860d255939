import { ArrowRight, Copy } from "lucide-react";
import { copyText } from "@/components/ui/copy-text";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { userActions, type UserActionKind } from "@/components/user/user-actions";

/** The others are on the user's own page. */
const inList = ["enable", "disable", "delete"];

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
      onSelect: () => void copyText(user.username, "Username copied"),
    },
    { kind: "separator" },
    ...userActions(actor, user)
      .filter(({ action }) => inList.includes(action))
      .map(({ action, ...entry }) => ({
        ...entry,
        onSelect: () => {
          onAction(action, user);
        },
      })),
  ];
}

import { ArrowRight, Copy, ShieldX } from "lucide-react";
import { copyText } from "@/components/ui/copy-text";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { paths } from "@/lib/paths";
import { permits, reasonOf, type Actor } from "@/lib/permissions";
import type { ListedToken } from "@/lib/token/schema";

/** What can be done with a token from the list of all; what the actor may not do says why. */
export function tokenMenu({
  actor,
  token,
  onRevoke,
}: {
  actor: Actor;
  token: ListedToken;
  onRevoke: (token: ListedToken) => void;
}): MenuEntry[] {
  const manage = permits(actor, "tokens:manage", { user: token.user_name });
  return [
    {
      kind: "link",
      label: "Open owner",
      icon: <ArrowRight />,
      href: paths.user(token.user_name, "tokens"),
    },
    {
      label: "Copy name",
      icon: <Copy />,
      onSelect: () => void copyText(token.name, "Name copied"),
    },
    { kind: "separator" },
    {
      label: "Revoke…",
      icon: <ShieldX />,
      isDanger: true,
      disabledReason: reasonOf(manage),
      onSelect: () => {
        onRevoke(token);
      },
    },
  ];
}

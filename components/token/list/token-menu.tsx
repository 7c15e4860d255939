import { ArrowRight, Copy, ShieldX } from "lucide-react";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { toast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import { can, whyNot, type Actor } from "@/lib/permissions";
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
  const canManage = can(actor, "tokens:manage", token.user_name);
  return [
    {
      kind: "link",
      label: "Open owner",
      icon: <ArrowRight />,
      href: paths.user(token.user_name, "tokens"),
    },
    { label: "Copy name", icon: <Copy />, onSelect: () => void copyName(token.name) },
    { kind: "separator" },
    {
      label: "Revoke…",
      icon: <ShieldX />,
      isDanger: true,
      disabledReason: canManage ? null : whyNot("tokens:manage"),
      onSelect: () => {
        onRevoke(token);
      },
    },
  ];
}

async function copyName(name: string) {
  try {
    await navigator.clipboard.writeText(name);
    toast.success("Name copied", { description: name });
  } catch {
    toast.error("The browser did not allow copying.");
  }
}

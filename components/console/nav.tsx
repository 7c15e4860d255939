import { CircleUser, KeyRound, ScrollText, SlidersHorizontal, Users } from "lucide-react";
import type { NavItem, NavSection } from "@/components/layout/nav-item";
import { paths } from "@/lib/paths";
import { can, type Permission, type UserActor } from "@/lib/permissions";

interface Entry extends NavItem {
  /** Absent: for everybody. */
  needs?: Permission;
}

const sections: readonly { label: string; items: readonly Entry[] }[] = [
  {
    label: "People",
    items: [{ href: paths.users, label: "Users", icon: <Users />, needs: "users:list" }],
  },
  {
    label: "Security",
    items: [
      { href: paths.tokens, label: "API tokens", icon: <KeyRound />, needs: "tokens:list" },
      { href: paths.audit, label: "Audit log", icon: <ScrollText />, needs: "audit:read-all" },
      {
        href: paths.serverSettings,
        label: "Server settings",
        icon: <SlidersHorizontal />,
        needs: "server-settings:read",
      },
    ],
  },
  { label: "You", items: [{ href: paths.account, label: "Account", icon: <CircleUser /> }] },
];

/** The pages that exist for this actor. A page that somebody may never see is not listed. */
export function navSections(actor: UserActor): NavSection[] {
  return sections
    .map(({ label, items }) => ({
      label,
      items: items
        .filter(({ needs }) => needs === undefined || can(actor, needs))
        .map(({ needs: _needs, ...item }) => item),
    }))
    .filter(({ items }) => items.length > 0);
}

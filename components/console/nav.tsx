import {
  CircleUser,
  KeyRound,
  MailPlus,
  MonitorSmartphone,
  Network,
  Router,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  UserRoundCheck,
  Users,
  UsersRound,
} from "lucide-react";
import type { NavItem, NavSection } from "@/components/layout/nav-item";
import { paths } from "@/lib/paths";
import { can, seesSomeNetwork, type Permission, type UserActor } from "@/lib/permissions";

interface Entry extends NavItem {
  /** Absent: for everybody. */
  needs?: Permission;
  /** Absent: for all of them. */
  isFor?: (actor: UserActor) => boolean;
}

const sections: readonly { label: string; items: readonly Entry[] }[] = [
  {
    label: "People",
    items: [
      { href: paths.users, label: "Users", icon: <Users />, needs: "users:list" },
      { href: paths.invites, label: "Invites", icon: <MailPlus />, needs: "invites:read" },
      {
        href: paths.pendingUsers,
        label: "Pending users",
        icon: <UserRoundCheck />,
        needs: "pending-users:read",
      },
      { href: paths.groups, label: "Groups", icon: <UsersRound />, needs: "groups:read" },
    ],
  },
  {
    label: "Access",
    items: [
      {
        href: paths.networks,
        label: "Networks",
        icon: <Network />,
        needs: "networks:see",
        isFor: seesSomeNetwork,
      },
      {
        href: paths.gateways,
        label: "Gateways",
        icon: <Router />,
        needs: "gateways:see",
        isFor: seesSomeNetwork,
      },
      { href: paths.roles, label: "Roles", icon: <ShieldCheck />, needs: "roles:read" },
      {
        href: paths.clientConfigs,
        label: "Client configs",
        icon: <MonitorSmartphone />,
        needs: "client-configs:see",
        isFor: seesSomeNetwork,
      },
    ],
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
        .filter(({ needs, isFor }) => (!needs || can(actor, needs)) && (isFor?.(actor) ?? true))
        .map(({ needs: _needs, isFor: _isFor, ...item }) => item),
    }))
    .filter(({ items }) => items.length > 0);
}

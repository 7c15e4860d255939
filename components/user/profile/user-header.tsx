"use client";

import { useState } from "react";
import { Ellipsis, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { paths } from "@/lib/paths";
import { can, isSelf, platformRoleNames } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { useEnableUser } from "@/components/user/use-enable-user";
import { userActions, type UserActionKind } from "@/components/user/user-actions";
import { UserStatus } from "@/components/user/user-status";
import { nameOf } from "@/components/user/user-words";

const UserActionDialog = lazyDialog(
  async () => (await import("@/components/user/user-action-dialog")).UserActionDialog,
);

/** The rest is in a menu. Enable takes the place of Disable, and keeps its focus. */
const inSight = ["sign-out", "enable", "disable"];

/** Who the page is about, and what can be done with the account as a whole. */
export function UserHeader({ user }: { user: User }) {
  const actor = useActor();
  const router = useRouter();
  const enable = useEnableUser();
  const [asked, setAsked] = useState<Exclude<UserActionKind, "enable"> | null>(null);
  const isOwn = isSelf(actor, user.username);
  const actions = userActions(actor, user);

  function run(action: UserActionKind) {
    if (action === "enable") enable.run(user);
    else setAsked(action);
  }

  return (
    <>
      <PageHeader
        title={<Name>{nameOf(user)}</Name>}
        {...(can(actor, "users:list") && { breadcrumbs })}
        leading={<Avatar name={nameOf(user)} size="lg" />}
        badges={<Badges user={user} isOwn={isOwn} />}
        description={<Description user={user} />}
        actions={
          <>
            {isOwn && (
              <ButtonLink href={paths.account} icon={<Settings />}>
                Account settings
              </ButtonLink>
            )}
            {actions
              .filter(({ action }) => inSight.includes(action))
              .map(({ action, label, icon, disabledReason }, index) => (
                <Button
                  key={index}
                  icon={icon}
                  disabledReason={disabledReason}
                  isPending={action === "enable" && enable.isPending}
                  onClick={() => {
                    run(action);
                  }}
                >
                  {label}
                </Button>
              ))}
            <Menu
              entries={actions
                .filter(({ action }) => !inSight.includes(action))
                .map(({ action, ...entry }) => ({
                  ...entry,
                  onSelect: () => {
                    run(action);
                  },
                }))}
              trigger={<IconButton label="More actions" variant="secondary" icon={<Ellipsis />} />}
            />
          </>
        }
      />
      {asked && (
        <UserActionDialog
          action={asked}
          user={user}
          onDeleted={() => {
            router.push(paths.users);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

const breadcrumbs = [{ href: paths.users, label: "Users" }];

function Badges({ user, isOwn }: { user: User; isOwn: boolean }) {
  return (
    <>
      <Badge tone={user.isadmin ? "accent" : "neutral"}>
        {platformRoleNames[user.platform_role_id]}
      </Badge>
      <UserStatus isDisabled={user.account_disabled} />
      {isOwn && <Badge>You</Badge>}
    </>
  );
}

function Description({ user }: { user: User }) {
  return (
    <span className="flex min-w-0 items-center gap-0.5">
      <span className="[overflow-wrap:anywhere]">
        <Name>{user.username}</Name>
      </span>
      <CopyButton value={user.username} label="Copy username" />
    </span>
  );
}

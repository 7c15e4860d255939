"use client";

import { lazy, Suspense, useState } from "react";
import { Ban, CircleCheck, Ellipsis, LogOut, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/console/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { paths } from "@/lib/paths";
import { can, isSelf, platformRoleNames } from "@/lib/permissions";
import { canChangeUser, canSetDisabled } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";
import { useEnableUser } from "@/components/user/use-enable-user";
import { userHeaderMenu, type HeaderAction } from "./user-header-menu";
import { UserStatus } from "@/components/user/user-status";
import { nameOf, reasonOf } from "@/components/user/user-words";

const UserDisableDialog = lazy(async () => ({
  default: (await import("@/components/user/user-disable-dialog")).UserDisableDialog,
}));
const UserDeleteDialog = lazy(async () => ({
  default: (await import("@/components/user/user-delete-dialog")).UserDeleteDialog,
}));
const UserSignOutDialog = lazy(async () => ({
  default: (await import("./user-sign-out-dialog")).UserSignOutDialog,
}));
const UserTransferDialog = lazy(async () => ({
  default: (await import("./user-transfer-dialog")).UserTransferDialog,
}));

/** Who the page is about, and what can be done with the account as a whole. */
export function UserHeader({ user }: { user: User }) {
  const actor = useActor();
  const router = useRouter();
  const [action, setAction] = useState<HeaderAction | null>(null);
  const isOwn = isSelf(actor, user.username);

  function close() {
    setAction(null);
  }

  return (
    <>
      <PageHeader
        title={nameOf(user)}
        {...(can(actor, "users:list") && { breadcrumbs })}
        leading={<Avatar name={nameOf(user)} size="lg" />}
        badges={
          <>
            <Badge tone={user.isadmin ? "accent" : "neutral"}>
              {platformRoleNames[user.platform_role_id]}
            </Badge>
            <UserStatus isDisabled={user.account_disabled} />
            {isOwn && <Badge>You</Badge>}
          </>
        }
        description={<Description user={user} />}
        actions={
          <>
            {isOwn ? (
              <ButtonLink href={paths.account} icon={<Settings />}>
                Account settings
              </ButtonLink>
            ) : (
              <Button
                icon={<LogOut />}
                disabledReason={reasonOf(canChangeUser(actor, user))}
                onClick={() => {
                  setAction("sign-out");
                }}
              >
                Sign out everywhere…
              </Button>
            )}
            <DisableButton
              user={user}
              onDisable={() => {
                setAction("disable");
              }}
            />
            <Menu
              entries={() => userHeaderMenu({ actor, user, onAction: setAction })}
              trigger={<IconButton label="More actions" variant="secondary" icon={<Ellipsis />} />}
            />
          </>
        }
      />
      <Suspense fallback={null}>
        {action === "disable" && <UserDisableDialog user={user} onClose={close} />}
        {action === "sign-out" && <UserSignOutDialog user={user} onClose={close} />}
        {action === "transfer" && <UserTransferDialog user={user} onClose={close} />}
        {action === "delete" && (
          <UserDeleteDialog
            user={user}
            onClose={close}
            onDeleted={() => {
              router.push(paths.users);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

const breadcrumbs = [{ href: paths.users, label: "Users" }];

function DisableButton({ user, onDisable }: { user: User; onDisable: () => void }) {
  const actor = useActor();
  const enable = useEnableUser();
  const refusal = reasonOf(canSetDisabled(actor, user));
  return user.account_disabled ? (
    <Button
      icon={<CircleCheck />}
      disabledReason={refusal}
      isPending={enable.isPending}
      onClick={() => {
        enable.run(user);
      }}
    >
      Enable
    </Button>
  ) : (
    <Button icon={<Ban />} disabledReason={refusal} onClick={onDisable}>
      Disable…
    </Button>
  );
}

function Description({ user }: { user: User }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <span className="flex min-w-0 items-center gap-0.5">
        <span className="[overflow-wrap:anywhere]">{user.username}</span>
        <CopyButton value={user.username} label="Copy username" />
      </span>
      <span>
        Created <RelativeTime value={user.created_at} />
      </span>
      <span>
        Last sign-in <RelativeTime value={user.last_login_time} />
      </span>
    </div>
  );
}

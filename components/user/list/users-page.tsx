"use client";

import { useCallback, useState, type ReactNode } from "react";
import { UserPlus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import type { BulkAction } from "@/components/bulk/plan";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { CreateButton } from "@/components/layout/create-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { permits, reasonOf } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { useEnableUser } from "@/components/user/use-enable-user";
import { UserActionDialog } from "@/components/user/user-action-dialog";
import type { UserActionKind } from "@/components/user/user-actions";
import { AdminsWithoutMfa } from "./admins-without-mfa";
import { UsersHeader, usersDescription } from "./users-header";
import { UsersSkeleton } from "./users-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const UsersTable = lazyComponent(async () => (await import("./users-table")).UsersTable, {
  fallback: <UsersSkeleton />,
});
const UserCreateDialog = lazyDialog(
  async () => (await import("@/components/user/user-create-dialog")).UserCreateDialog,
);
const UsersBulkDialog = lazyDialog(
  async () => (await import("./users-bulk-dialog")).UsersBulkDialog,
);

const UsersMfaResetDialog = lazyDialog(
  async () => (await import("./users-mfa-reset-dialog")).UsersMfaResetDialog,
);

/** Which dialog is open. */
type Action =
  | { kind: "create" }
  | { kind: "one"; action: Exclude<UserActionKind, "enable">; user: User }
  | { kind: "bulk"; action: BulkAction; usernames: readonly string[] }
  | { kind: "bulk-mfa"; usernames: readonly string[] };

/** @param actions of other domains, beside its own */
export function UsersPage({ actions }: { actions?: ReactNode }) {
  const actor = useActor();
  const selection = useRowSelection("users");
  const { run: enable } = useEnableUser();
  const [action, setAction] = useState<Action | null>(null);
  const createRefusal = reasonOf(permits(actor, "users:write"));

  function openCreate() {
    setAction({ kind: "create" });
  }
  function close() {
    setAction(null);
  }
  const handleAction = useCallback(
    (kind: UserActionKind, user: User) => {
      if (kind === "enable") enable(user);
      else setAction({ kind: "one", action: kind, user });
    },
    [enable],
  );

  return (
    <>
      <UsersHeader
        description={<AdminsWithoutMfa fallback={usersDescription} />}
        actions={
          <>
            {actions}
            <CreateButton
              label="Add user"
              shortcut="Add a user"
              icon={<UserPlus />}
              disabledReason={createRefusal}
              onPreload={UserCreateDialog.preload}
              onCreate={openCreate}
            />
          </>
        }
      />
      <UsersTable
        selection={selection}
        onAction={handleAction}
        onBulk={(bulk) => {
          setAction({ kind: "bulk", action: bulk, usernames: selection.ids });
        }}
        onResetMfa={() => {
          setAction({ kind: "bulk-mfa", usernames: selection.ids });
        }}
        onCreate={openCreate}
      />
      {action?.kind === "create" && <UserCreateDialog onClose={close} />}
      {action?.kind === "one" && (
        <UserActionDialog action={action.action} user={action.user} onClose={close} />
      )}
      {action?.kind === "bulk" && (
        <UsersBulkDialog
          action={action.action}
          usernames={action.usernames}
          onDone={selection.clear}
          onClose={close}
        />
      )}
      {action?.kind === "bulk-mfa" && (
        <UsersMfaResetDialog
          usernames={action.usernames}
          onDone={selection.clear}
          onClose={close}
        />
      )}
    </>
  );
}

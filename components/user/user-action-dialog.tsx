"use client";

import { lazyDialog } from "@/components/ui/lazy-component";
import type { User } from "@/lib/user/schema";
import type { UserActionKind } from "./user-actions";

const UserDisableDialog = lazyDialog(
  async () => (await import("./user-disable-dialog")).UserDisableDialog,
);
const UserDeleteDialog = lazyDialog(
  async () => (await import("./user-delete-dialog")).UserDeleteDialog,
);
const UserSignOutDialog = lazyDialog(
  async () => (await import("./user-sign-out-dialog")).UserSignOutDialog,
);
const UserMfaResetDialog = lazyDialog(
  async () => (await import("./user-mfa-reset-dialog")).UserMfaResetDialog,
);
const UserTransferDialog = lazyDialog(
  async () => (await import("./user-transfer-dialog")).UserTransferDialog,
);

/** Asks before what an action does. */
export function UserActionDialog({
  action,
  user,
  onDeleted,
  onClose,
}: {
  /** Enabling asks nothing: see `useEnableUser`. */
  action: Exclude<UserActionKind, "enable">;
  user: User;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  switch (action) {
    case "disable":
      return <UserDisableDialog user={user} onClose={onClose} />;
    case "sign-out":
      return <UserSignOutDialog user={user} onClose={onClose} />;
    case "reset-mfa":
      return <UserMfaResetDialog user={user} onClose={onClose} />;
    case "transfer":
      return <UserTransferDialog user={user} onClose={onClose} />;
    case "delete":
      return <UserDeleteDialog user={user} onClose={onClose} {...(onDeleted && { onDeleted })} />;
  }
}

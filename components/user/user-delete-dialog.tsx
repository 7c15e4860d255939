"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { formatCount, formatList } from "@/lib/format";
import type { User } from "@/lib/user/schema";
import { useDeleteUser } from "./mutations";
import { nameOf } from "./user-words";

type Doomed = Pick<User, "username" | "display_name" | "num_access_tokens" | "user_group_ids">;

/** Names the user and what goes with them. */
export function UserDeleteDialog({
  user,
  onDeleted,
  onClose,
}: {
  user: Doomed;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  const remove = useDeleteUser();

  function handleConfirm() {
    remove.mutate(user.username, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{nameOf(user)}</Name> was deleted
          </>,
        );
        onClose();
        onDeleted?.();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Delete <Name>{nameOf(user)}</Name>?
        </>
      }
      confirmLabel="Delete user"
      isPending={remove.isPending}
      error={remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        <strong className="font-medium [overflow-wrap:anywhere] text-ink">
          <Name>{user.username}</Name>
        </strong>{" "}
        is permanently deleted, with {formatList(whatGoes(user))}.
      </p>
      <p>The audit log is kept.</p>
    </ConfirmDialog>
  );
}

function whatGoes({ num_access_tokens: tokens, user_group_ids: groups }: Doomed): string[] {
  const memberships = Object.keys(groups).length;
  return [
    ...(tokens > 0 ? [formatCount(tokens, "API token")] : []),
    ...(memberships > 0 ? [formatCount(memberships, "group membership")] : []),
    "all sessions and settings",
  ];
}

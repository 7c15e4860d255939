"use client";

import { useEndAllSessions } from "@/components/session/mutations";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { User } from "@/lib/user/schema";
import { nameOf } from "./user-words";

export function UserSignOutDialog({
  user,
  onClose,
}: {
  user: Pick<User, "username" | "display_name">;
  onClose: () => void;
}) {
  const endAll = useEndAllSessions();

  function handleConfirm() {
    endAll.mutate(user.username, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{nameOf(user)}</Name> is signed out everywhere
          </>,
        );
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Sign out <Name>{nameOf(user)}</Name> everywhere?
        </>
      }
      confirmLabel="Sign out everywhere"
      isPending={endAll.isPending}
      error={endAll.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        All sessions of{" "}
        <strong className="font-medium [overflow-wrap:anywhere] text-ink">
          <Name>{user.username}</Name>
        </strong>{" "}
        end immediately, in every browser and program. They can sign in again. API tokens keep
        working.
      </p>
    </ConfirmDialog>
  );
}

"use client";

import { useEndAllSessions } from "@/components/session/mutations";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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
        toast.success(`${nameOf(user)} is signed out everywhere`);
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={`Sign out ${nameOf(user)} everywhere?`}
      confirmLabel="Sign out everywhere"
      isPending={endAll.isPending}
      error={endAll.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        All sessions of <strong className="font-medium break-all text-ink">{user.username}</strong>{" "}
        end at once, in every browser and program. They can sign in again; API tokens go on working.
      </p>
    </ConfirmDialog>
  );
}

"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { User } from "@/lib/user/schema";
import { useSetUserDisabled } from "./use-set-user-disabled";
import { nameOf } from "./user-words";

/** Asks, because all sessions end with it. */
export function UserDisableDialog({
  user,
  onClose,
}: {
  user: Pick<User, "username" | "display_name">;
  onClose: () => void;
}) {
  const disable = useSetUserDisabled({ isShownInPlace: true });

  function handleConfirm() {
    disable.mutate(
      { username: user.username, isDisabled: true },
      {
        onSuccess: () => {
          onClose();
          toast.success(
            <>
              <Name>{nameOf(user)}</Name> is disabled
            </>,
            { description: "They are signed out everywhere." },
          );
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={
        <>
          Disable <Name>{nameOf(user)}</Name>?
        </>
      }
      confirmLabel="Disable"
      isPending={disable.isPending}
      error={disable.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        <strong className="font-medium [overflow-wrap:anywhere] text-ink">
          <Name>{user.username}</Name>
        </strong>{" "}
        is signed out everywhere and cannot sign in until the account is enabled again.
      </p>
      <p>API tokens stop working until then. Groups and settings stay.</p>
    </ConfirmDialog>
  );
}

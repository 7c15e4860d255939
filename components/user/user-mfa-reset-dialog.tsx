"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { User } from "@/lib/user/schema";
import { useResetMfa } from "./mutations";
import { nameOf } from "./user-words";

/** Asks, because all sessions end with it, and the password alone lets in afterwards. */
export function UserMfaResetDialog({
  user,
  onClose,
}: {
  user: Pick<User, "username" | "display_name">;
  onClose: () => void;
}) {
  const reset = useResetMfa();

  function handleConfirm() {
    reset.mutate(user.username, {
      onSuccess: () => {
        onClose();
        toast.success(
          <>
            The MFA of <Name>{nameOf(user)}</Name> is reset
          </>,
          { description: "They are signed out everywhere." },
        );
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Reset the MFA of <Name>{nameOf(user)}</Name>?
        </>
      }
      confirmLabel="Reset MFA"
      isPending={reset.isPending}
      error={reset.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        The authenticator app, the recovery codes and all passkeys of{" "}
        <strong className="font-medium [overflow-wrap:anywhere] text-ink">
          <Name>{user.username}</Name>
        </strong>{" "}
        are removed, and all sessions end. API tokens keep working, and so does single sign-on.
      </p>
      <p>
        The password alone signs them in then. They are told at their next sign-in. Make sure that
        whoever asked for this is really them.
      </p>
    </ConfirmDialog>
  );
}

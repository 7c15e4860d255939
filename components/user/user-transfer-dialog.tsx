"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { User } from "@/lib/user/schema";
import { useTransferSuperAdmin } from "./mutations";
import { nameOf } from "./user-words";

/** Large and final for who gives the role away, so the name is typed, and the server asks who it is. */
export function UserTransferDialog({
  user,
  onClose,
}: {
  user: Pick<User, "username" | "display_name">;
  onClose: () => void;
}) {
  const router = useRouter();
  const transfer = useTransferSuperAdmin();

  function handleConfirm() {
    transfer.mutate(user.username, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{nameOf(user)}</Name> is the super admin now
          </>,
        );
        onClose();
        // What one may do has changed, and the layout holds it.
        router.refresh();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Make <Name>{nameOf(user)}</Name> the super admin?
        </>
      }
      confirmLabel="Make super admin"
      typeToConfirm={user.username}
      size="md"
      isPending={transfer.isPending}
      error={transfer.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        There is one super admin. You become an admin, and only{" "}
        <strong className="font-medium [overflow-wrap:anywhere] text-ink">
          <Name>{user.username}</Name>
        </strong>{" "}
        can give the role back to you.
      </p>
      <p>Your API tokens and theirs are revoked.</p>
    </ConfirmDialog>
  );
}

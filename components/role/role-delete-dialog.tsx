"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { useWhatIf } from "@/components/what-if/use-what-if";
import { WhatIf } from "@/components/what-if/what-if";
import type { UserRole } from "@/lib/role/schema";
import { useDeleteRole } from "./mutations";

/** Names the role, and who loses access with it. */
export function RoleDeleteDialog({
  role,
  onDeleted,
  onClose,
}: {
  role: UserRole;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  const remove = useDeleteRole();
  const whatIf = useWhatIf({ delete: { role_id: role.id } });

  function handleConfirm() {
    remove.mutate(role.id, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{role.name}</Name> was deleted
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
          Delete <Name>{role.name}</Name>?
        </>
      }
      confirmLabel={whatIf.confirmLabel("Delete role")}
      size="md"
      isPending={remove.isPending}
      disabledReason={whatIf.refusal}
      error={remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>Every group that grants this role stops granting it.</p>
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

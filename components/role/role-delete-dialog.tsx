"use client";

import { DeleteDialog } from "@/components/what-if/delete-dialog";
import type { UserRole } from "@/lib/role/schema";
import { useDeleteRole } from "./mutations";

/** Names the role, and who loses access with it. */
export function RoleDeleteDialog({
  role: { id, name },
  onDeleted,
  onClose,
}: {
  role: UserRole;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  return (
    <DeleteDialog
      id={id}
      name={name}
      label="Delete role"
      change={{ delete: { role_id: id } }}
      remove={useDeleteRole()}
      onDeleted={onDeleted}
      onClose={onClose}
    >
      <p>Every group that grants this role stops granting it.</p>
    </DeleteDialog>
  );
}

"use client";

import { DeleteDialog } from "@/components/what-if/delete-dialog";
import { formatCount } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { useDeleteGroup } from "./mutations";

/** Names the group, what goes with it, and who loses access. */
export function GroupDeleteDialog({
  group: { id, name, member_count: members },
  onDeleted,
  onClose,
}: {
  group: UserGroup;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  return (
    <DeleteDialog
      id={id}
      name={name}
      label="Delete group"
      change={{ delete: { group_id: id } }}
      remove={useDeleteGroup()}
      onDeleted={onDeleted}
      onClose={onClose}
    >
      <p>
        {members > 0
          ? `The group and its ${formatCount(members, "membership")} are deleted. The accounts stay.`
          : "The group has no members."}
      </p>
    </DeleteDialog>
  );
}

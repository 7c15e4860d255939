"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { WhatIf } from "@/components/what-if/what-if";
import { useWhatIf } from "@/components/what-if/use-what-if";
import { formatCount } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { useDeleteGroup } from "./mutations";

/** Names the group, what goes with it, and who loses access. */
export function GroupDeleteDialog({
  group,
  onDeleted,
  onClose,
}: {
  group: UserGroup;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  const remove = useDeleteGroup();
  const whatIf = useWhatIf({ delete: { group_id: group.id } });
  const members = group.member_count;

  function handleConfirm() {
    remove.mutate(group.id, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{group.name}</Name> was deleted
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
          Delete <Name>{group.name}</Name>?
        </>
      }
      confirmLabel={whatIf.confirmLabel("Delete group")}
      size="md"
      isPending={remove.isPending}
      disabledReason={whatIf.refusal}
      error={remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        {members > 0
          ? `The group and its ${formatCount(members, "membership")} are deleted. The accounts stay.`
          : "The group has no members."}
      </p>
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

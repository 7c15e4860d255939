"use client";

import { useQuery } from "@tanstack/react-query";
import { lazyDialog } from "@/components/ui/lazy-component";
import type { UserGroup } from "@/lib/group/schema";
import type { GroupActionKind } from "./group-actions";
import { groupDetailQuery } from "./queries";

const GroupEditDialog = lazyDialog(
  async () => (await import("./group-edit-dialog")).GroupEditDialog,
);
const GroupDeleteDialog = lazyDialog(
  async () => (await import("./group-delete-dialog")).GroupDeleteDialog,
);

interface Props {
  action: GroupActionKind;
  group: UserGroup;
  onDeleted?: () => void;
  onClose: () => void;
}

/** Edits or deletes a group, after asking. */
export function GroupActionDialog({ action, group, onDeleted, onClose }: Props) {
  if (action === "delete") {
    return <GroupDeleteDialog group={group} onClose={onClose} {...(onDeleted && { onDeleted })} />;
  }
  return <Edit id={group.id} onClose={onClose} />;
}

/** From a list the version that is edited has to be fetched first. */
function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery(groupDetailQuery(id));
  return data ? <GroupEditDialog latest={data} onClose={onClose} /> : null;
}

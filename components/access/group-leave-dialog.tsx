"use client";

import { useActor } from "@/components/base/actor-provider";
import { useRemoveMembers } from "@/components/group/mutations";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { useWhatIf } from "@/components/what-if/use-what-if";
import type { Access } from "@/lib/access/schema";
import { can } from "@/lib/permissions";
import { GroupLoss } from "./group-loss";
import { withGroups } from "./membership";

/** Takes somebody out of a group, after showing what that takes from them. */
export function GroupLeaveDialog({
  access,
  group,
  onClose,
}: {
  access: Access;
  group: Access["groups"][number];
  onClose: () => void;
}) {
  const actor = useActor();
  const remove = useRemoveMembers();
  const isForeseen = can(actor, "access:preview");
  const whatIf = useWhatIf(isForeseen ? withGroups(access, { leaves: group.id }) : null);
  const [refused] = remove.data?.skipped ?? [];

  function handleConfirm() {
    remove.mutate(
      { groupId: group.id, usernames: [access.username] },
      {
        onSuccess: ({ skipped }) => {
          if (skipped.length > 0) return;
          onClose();
          toast.success(
            <>
              <Name>{access.username}</Name> was removed from <Name>{group.name}</Name>
            </>,
          );
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={
        <>
          Remove <Name>{access.username}</Name> from <Name>{group.name}</Name>?
        </>
      }
      confirmLabel="Remove from group"
      size="md"
      isPending={remove.isPending}
      disabledReason={whatIf.refusal}
      error={refused?.reason ?? remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      {isForeseen && <GroupLoss whatIf={whatIf} />}
    </ConfirmDialog>
  );
}

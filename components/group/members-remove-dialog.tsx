"use client";

import { useQuery } from "@tanstack/react-query";
import { callGroups, groupKeys } from "@/components/lookup/groups";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { PeopleCounted } from "@/components/user/people-counted";
import { WhatIf } from "@/components/what-if/what-if";
import { useMovingWhatIf } from "./moving-what-if";
import { useRemoveMembers } from "./mutations";
import { SkippedPeople } from "./skipped-people";
import { formatCount } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";

/** Says who leaves a group and what that takes from them. */
export function MembersRemoveDialog({
  groupId,
  from,
  consequence,
  usernames,
  staying = [],
  onDone,
  onClose,
}: {
  groupId: string;
  /** What they are removed from: the group's name, or the network whose group it is. */
  from: string;
  consequence: string;
  usernames: readonly string[];
  /** Who was meant too, and is not in the group. */
  staying?: BulkResult["skipped"];
  onDone: () => void;
  onClose: () => void;
}) {
  const remove = useRemoveMembers();
  const plan = useQuery({
    queryKey: [...groupKeys.all, "removal", groupId, usernames] as const,
    queryFn: ({ signal }) =>
      callGroups("removeMembers", {
        query: { dry_run: "true" },
        body: { group_id: groupId, ids: [...usernames] },
        signal,
      }),
    gcTime: 0,
  });
  const leaving = plan.data?.done ?? usernames;
  const { isAsked, whatIf } = useMovingWhatIf("remove_members", groupId, plan.data?.done ?? null);

  function handleConfirm() {
    remove.mutate(
      { groupId: groupId, usernames: leaving },
      {
        onSuccess: ({ done }) => {
          onDone();
          onClose();
          toast.success(
            <>
              {formatCount(done.length, "person", "people")} removed from <Name>{from}</Name>
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
          Remove <PeopleCounted usernames={leaving} /> from <Name>{from}</Name>?
        </>
      }
      confirmLabel={whatIf.confirmLabel(
        `Remove ${formatCount(leaving.length, "person", "people")}`,
      )}
      size="md"
      isPending={remove.isPending}
      disabledReason={
        refusalOf({ isKnown: plan.data !== undefined, count: leaving.length }) ?? whatIf.refusal
      }
      error={remove.error?.message ?? plan.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>{consequence}</p>
      {isAsked && <WhatIf whatIf={whatIf} />}
      {plan.data && (
        <SkippedPeople skipped={[...staying, ...plan.data.skipped]} title="These people stay" />
      )}
    </ConfirmDialog>
  );
}

function refusalOf({ isKnown, count }: { isKnown: boolean; count: number }): string | null {
  if (!isKnown) return "Still checking who can be removed.";
  return count === 0 ? "None of them can be removed." : null;
}

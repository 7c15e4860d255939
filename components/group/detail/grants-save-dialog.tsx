"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { useWhatIf } from "@/components/what-if/use-what-if";
import { WhatIf } from "@/components/what-if/what-if";
import type { UserGroup } from "@/lib/group/schema";

/** Who gains and who loses access by what a group is about to grant. */
export function GrantsSaveDialog({
  group,
  grants,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  group: UserGroup;
  grants: UserGroup["network_roles"];
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const whatIf = useWhatIf({ group: { id: group.id, network_roles: grants } });
  return (
    <ConfirmDialog
      title={
        <>
          Change what <Name>{group.name}</Name> gives access to?
        </>
      }
      confirmLabel={whatIf.confirmLabel("Save")}
      tone={whatIf.isDanger ? "danger" : "primary"}
      size="md"
      isPending={isPending}
      disabledReason={whatIf.refusal}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

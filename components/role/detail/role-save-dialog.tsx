"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { useWhatIf } from "@/components/what-if/use-what-if";
import { WhatIf } from "@/components/what-if/what-if";
import type { RoleChange } from "@/components/role/mutations";
import { roleSentence } from "@/components/role/role-sentence";
import type { UserRole } from "@/lib/role/schema";

/** What a role will allow, and who gains and who loses by it. */
export function RoleSaveDialog({
  role,
  change,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  role: UserRole;
  change: RoleChange;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const whatIf = useWhatIf({ role: { id: role.id, ...change } });
  return (
    <ConfirmDialog
      title={
        <>
          Change <Name>{role.name}</Name>?
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
      <p>{roleSentence({ ...role, ...change })}</p>
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

"use client";

import { MovedParts } from "@/components/ui/moved-parts";
import { Name } from "@/components/ui/name";
import { SaveDialog } from "@/components/what-if/save-dialog";
import type { RoleChange } from "@/components/role/mutations";
import { movedByRole } from "@/components/role/rights-grid";
import { roleSentence } from "@/components/role/role-sentence";
import type { UserRole } from "@/lib/role/schema";

/** What a role will allow and what is new about it, and who gains and who loses by it. */
export function RoleSaveDialog({
  role,
  change,
  ...state
}: {
  role: UserRole;
  change: RoleChange;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <SaveDialog
      title={
        <>
          Change <Name>{role.name}</Name>?
        </>
      }
      change={{ role: { id: role.id, ...change } }}
      {...state}
    >
      <p>{roleSentence({ ...role, ...change })}</p>
      <MovedParts {...movedByRole(role, change)} />
    </SaveDialog>
  );
}

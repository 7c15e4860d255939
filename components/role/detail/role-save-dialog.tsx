"use client";

import { Name } from "@/components/ui/name";
import { SaveDialog } from "@/components/what-if/save-dialog";
import type { RoleChange } from "@/components/role/mutations";
import { roleSentence } from "@/components/role/role-sentence";
import type { UserRole } from "@/lib/role/schema";

/** What a role will allow, and who gains and who loses by it. */
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
    </SaveDialog>
  );
}

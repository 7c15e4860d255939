"use client";

import { Name } from "@/components/ui/name";
import { SaveDialog } from "@/components/what-if/save-dialog";
import type { UserGroup } from "@/lib/group/schema";

/** Who gains and who loses access by what a group is about to grant. */
export function GrantsSaveDialog({
  group,
  grants,
  ...state
}: {
  group: UserGroup;
  grants: UserGroup["network_roles"];
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <SaveDialog
      title={
        <>
          Change what <Name>{group.name}</Name> gives access to?
        </>
      }
      change={{ group: { id: group.id, network_roles: grants } }}
      {...state}
    />
  );
}

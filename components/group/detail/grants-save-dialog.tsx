"use client";

import { grantsOf, movedGrants, type GroupGrant } from "@/components/group/grants";
import { networkName } from "@/components/lookup/networks";
import { useRoleNames } from "@/components/lookup/use-names";
import { MovedParts } from "@/components/ui/moved-parts";
import { Name } from "@/components/ui/name";
import { SaveDialog } from "@/components/what-if/save-dialog";
import { isolated } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";

/** What a group is about to grant, and who gains and who loses access by it. */
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
  const { added, removed } = movedGrants(grantsOf(group), grantsOf({ network_roles: grants }));
  const nameOf = useRoleNames([...added, ...removed].map(({ role_id: role }) => role));

  function grantText({ network_id: network, role_id: role }: GroupGrant): string {
    return `${isolated(nameOf(role) ?? role)} on ${networkName(network)}`;
  }

  return (
    <SaveDialog
      title={
        <>
          Change what <Name>{group.name}</Name> gives access to?
        </>
      }
      change={{ group: { id: group.id, network_roles: grants } }}
      {...state}
    >
      <MovedParts added={added.map(grantText)} removed={removed.map(grantText)} />
    </SaveDialog>
  );
}

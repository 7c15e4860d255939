"use client";

import { useCallback, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { networkName } from "@/components/lookup/networks";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { groupDetailQuery } from "@/components/group/queries";
import { formatList } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { MembersSkeleton } from "./members-skeleton";

const MembersTable = lazyComponent(async () => (await import("./members-table")).MembersTable, {
  fallback: <MembersSkeleton />,
});
const MembersAddDialog = lazyDialog(
  async () => (await import("@/components/group/members-add-dialog")).MembersAddDialog,
);
const MembersRemoveDialog = lazyDialog(
  async () => (await import("@/components/group/members-remove-dialog")).MembersRemoveDialog,
);

/** Which dialog is open. */
type Asked = { kind: "add" } | { kind: "remove"; usernames: readonly string[] };

/** Who is in a group. */
export function GroupMembers({ id }: { id: string }) {
  const { data } = useQuery(groupDetailQuery(id));
  const selection = useRowSelection(`members of ${id}`);
  const [asked, setAsked] = useState<Asked | null>(null);
  const handleAdd = useCallback(() => {
    setAsked({ kind: "add" });
  }, []);
  const handleRemove = useCallback((usernames: readonly string[]) => {
    setAsked({ kind: "remove", usernames });
  }, []);

  function close() {
    setAsked(null);
  }

  // The layout says what is wrong.
  if (!data) return null;
  const { entity: group } = data;
  return (
    <>
      <MembersTable group={group} selection={selection} onAdd={handleAdd} onRemove={handleRemove} />
      {asked?.kind === "add" && <MembersAddDialog group={group} onClose={close} />}
      {asked?.kind === "remove" && (
        <MembersRemoveDialog
          groupId={id}
          from={group.name}
          consequence={consequenceOf(group)}
          usernames={asked.usernames}
          onDone={selection.clear}
          onClose={close}
        />
      )}
    </>
  );
}

function consequenceOf({ network_roles: grants }: UserGroup): string {
  const networks = Object.keys(grants).map(networkName);
  if (networks.length === 0) return "This group gives access to nothing.";
  return `They lose ${formatList(networks)}, unless another group gives it to them too.`;
}

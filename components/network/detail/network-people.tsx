"use client";

import { useCallback, useState } from "react";
import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { networkGroup } from "@/lib/group/built-in";

const PeopleTable = lazyComponent(async () => (await import("./people-table")).PeopleTable, {
  fallback: <ListSkeleton filterCount={1} rowCount={12} linesOnCard={3} hasAvatars />,
});
const PeopleAddDialog = lazyDialog(
  async () => (await import("./people-add-dialog")).PeopleAddDialog,
);
const MembersRemoveDialog = lazyDialog(
  async () => (await import("@/components/group/members-remove-dialog")).MembersRemoveDialog,
);

/** Which dialog is open. */
type Asked = { kind: "add" } | { kind: "remove"; usernames: readonly string[] };

/** Who reaches a network, and through what. */
export function NetworkPeople({ netid }: { netid: string }) {
  const selection = useRowSelection(`people of ${netid}`);
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

  return (
    <>
      <PeopleTable netid={netid} selection={selection} onAdd={handleAdd} onRemove={handleRemove} />
      {asked?.kind === "add" && <PeopleAddDialog netid={netid} onClose={close} />}
      {asked?.kind === "remove" && (
        <MembersRemoveDialog
          groupId={networkGroup(netid, "user").id}
          from={netid}
          consequence="They keep the access that other groups give them."
          usernames={asked.usernames}
          onDone={selection.clear}
          onClose={close}
        />
      )}
    </>
  );
}

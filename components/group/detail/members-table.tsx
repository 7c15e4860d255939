"use client";

import { useCallback, useMemo, useState } from "react";
import { UserMinus, UserPlus, UsersRound } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { withListUrl } from "@/components/data-table/with-list-url";
import { networkName } from "@/components/lookup/networks";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import { membersList } from "@/components/group/list-of-members";
import { usersPageQuery } from "@/components/user/queries";
import { nameOf, usernameIn } from "@/components/user/user-words";
import { formatList, formatNumber } from "@/lib/format";
import { canMove, stateAllowsMembers } from "@/lib/group/policy";
import type { UserGroup } from "@/lib/group/schema";
import { MAX_MEMBERS } from "@/lib/group/values";
import { can, permits, reasonOf } from "@/lib/permissions";
import { membersColumns } from "./members-columns";
import { membersFilters } from "./members-filters";

const MembersAddDialog = lazyDialog(
  async () => (await import("@/components/group/members-add-dialog")).MembersAddDialog,
);
const MembersRemoveDialog = lazyDialog(
  async () => (await import("@/components/group/members-remove-dialog")).MembersRemoveDialog,
);

/** Which dialog is open. */
type Asked = { kind: "add" } | { kind: "remove"; usernames: readonly string[] };

/** The lazy part of `GroupMembers`. */
export const MembersTable = withListUrl(Table);

function Table({ group }: { group: UserGroup }) {
  const actor = useActor();
  const { id } = group;
  const selection = useRowSelection(`members of ${id}`);
  const [asked, setAsked] = useState<Asked | null>(null);
  const onRemove = useCallback((usernames: readonly string[]) => {
    setAsked({ kind: "remove", usernames });
  }, []);
  const state = stateAllowsMembers(group);
  const closed = reasonOf(permits(actor, "users:write")) ?? reasonOf(state);
  const columns = useMemo(
    () =>
      membersColumns({
        actor,
        refusalOf: (user) =>
          closed ?? reasonOf(canMove(actor, user, { groupId: id, isLeaving: true })),
        onRemove,
      }),
    [actor, closed, id, onRemove],
  );
  const { model, query } = useList({
    list: useUrlList(membersList),
    pageQuery: (wanted) => usersPageQuery({ ...wanted, group: [id] }),
    columns,
    rowId: usernameIn,
    selection: closed === null && can(actor, "users:write") ? selection : undefined,
  });
  const tooMany =
    selection.count > MAX_MEMBERS ? `Select at most ${formatNumber(MAX_MEMBERS)} people.` : null;
  const add = (
    <Button
      variant="primary"
      icon={<UserPlus />}
      disabledReason={closed}
      onPointerEnter={MembersAddDialog.preload}
      onFocus={MembersAddDialog.preload}
      onClick={() => {
        setAsked({ kind: "add" });
      }}
    >
      Add people
    </Button>
  );

  function close() {
    setAsked(null);
  }

  return (
    <>
      <DataTable
        model={model}
        query={query}
        noun="members"
        rowLabel={nameOf}
        searchPlaceholder="Search name or username"
        filters={membersFilters}
        toolbar={add}
        empty={
          <EmptyState icon={<UsersRound />} title="Nobody is in this group yet" actions={add}>
            Members get the access that the group gives.
          </EmptyState>
        }
        actions={
          <Button
            variant="danger-quiet"
            icon={<UserMinus />}
            disabledReason={tooMany}
            onClick={() => {
              onRemove(selection.ids);
            }}
          >
            Remove from group…
          </Button>
        }
      />
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

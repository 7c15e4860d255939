"use client";

import { useCallback, useMemo, useState } from "react";
import { UserMinus, UserPlus, UsersRound } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import type { ListFilter } from "@/components/data-table/list-filter";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { withListUrl } from "@/components/data-table/with-list-url";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import { networkPeopleList } from "@/components/network/list-params";
import { networkPeopleQuery } from "@/components/network/queries";
import { useStaying, type Chosen } from "@/components/user/use-staying";
import { nameOf, usernameIn } from "@/components/user/user-words";
import { networkGroup } from "@/lib/group/built-in";
import { permits, platformRoleNames, platformRoles, reasonOf } from "@/lib/permissions";
import type { NetworkUser } from "@/lib/user/schema";
import { peopleColumns } from "./people-columns";

const PeopleAddDialog = lazyDialog(
  async () => (await import("./people-add-dialog")).PeopleAddDialog,
);
const MembersRemoveDialog = lazyDialog(
  async () => (await import("@/components/group/members-remove-dialog")).MembersRemoveDialog,
);

/** Which dialog is open. */
type Asked = { kind: "add" } | ({ kind: "remove" } & Chosen);

/** The lazy part of `NetworkPeople`. */
export const PeopleTable = withListUrl(Table);

function Table({ netid }: { netid: string }) {
  const actor = useActor();
  const selection = useRowSelection(`people of ${netid}`);
  const [asked, setAsked] = useState<Asked | null>(null);
  const onRemove = useCallback((usernames: readonly string[]) => {
    setAsked({ kind: "remove", usernames, staying: [] });
  }, []);
  const closed = reasonOf(permits(actor, "members:manage", { network: netid }));
  const columns = useMemo(
    () =>
      peopleColumns({
        actor,
        refusalOf: (user) => closed ?? removalRefusal(netid, user),
        onRemove,
      }),
    [actor, closed, netid, onRemove],
  );
  const { model, query } = useList({
    list: useUrlList(networkPeopleList),
    pageQuery: (wanted) => networkPeopleQuery(netid, wanted),
    columns,
    rowId: usernameIn,
    selection: closed === null ? selection : undefined,
  });
  const chosenOf = useStaying(query.data?.data, (user) => removalRefusal(netid, user));

  const add = (
    <Button
      variant="primary"
      icon={<UserPlus />}
      disabledReason={closed}
      onPointerEnter={PeopleAddDialog.preload}
      onFocus={PeopleAddDialog.preload}
      onClick={() => {
        setAsked({ kind: "add" });
      }}
    >
      Add service users
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
        noun="people"
        rowLabel={nameOf}
        searchPlaceholder="Search name or username"
        filters={peopleFilters}
        toolbar={add}
        empty={
          <EmptyState icon={<UsersRound />} title="Nobody reaches this network yet" actions={add}>
            Add service users here, or give a group access to it.
          </EmptyState>
        }
        actions={
          <Button
            variant="danger-quiet"
            icon={<UserMinus />}
            onClick={() => {
              setAsked({ kind: "remove", ...chosenOf(selection.ids) });
            }}
          >
            Remove from network…
          </Button>
        }
      />
      {asked?.kind === "add" && <PeopleAddDialog netid={netid} onClose={close} />}
      {asked?.kind === "remove" && (
        <MembersRemoveDialog
          groupId={networkGroup(netid, "user").id}
          from={netid}
          consequence="They keep the access that other groups give them."
          usernames={asked.usernames}
          staying={asked.staying}
          onDone={selection.clear}
          onClose={close}
        />
      )}
    </>
  );
}

const peopleFilters: readonly ListFilter[] = [
  {
    key: "role",
    label: "Platform role",
    options: platformRoles.map((role) => ({ value: role, label: platformRoleNames[role] })),
  },
];

/** Here one takes people out of the network's own group of users; other groups have pages of their own. */
function removalRefusal(netid: string, { reasons, platform_role_id: role }: NetworkUser) {
  const { id, name } = networkGroup(netid, "user");
  if (role !== "service-user") return "Only service users are added and removed here.";
  const isIn = reasons.some(({ group_id: group }) => group === id);
  return isIn ? null : `Not a member of “${name}”: another group gives access.`;
}

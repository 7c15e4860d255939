"use client";

import { useCallback, useMemo, useState } from "react";
import { Link2, Unlink, UsersRound } from "lucide-react";
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
import { gatewayPeopleList } from "@/components/gateway/list-params";
import { gatewayPeopleQuery } from "@/components/gateway/queries";
import { useStaying, type Chosen } from "@/components/user/use-staying";
import { nameOf, usernameIn } from "@/components/user/user-words";
import { formatNumber } from "@/lib/format";
import type { Gateway } from "@/lib/gateway/schema";
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";
import type { NetworkUser } from "@/lib/user/schema";
import { MAX_BULK } from "@/lib/user/values";
import { peopleColumns } from "./people-columns";

const PeopleAttachDialog = lazyDialog(
  async () => (await import("@/components/gateway/people-attach-dialog")).PeopleAttachDialog,
);
const PeopleDetachDialog = lazyDialog(
  async () => (await import("@/components/gateway/people-detach-dialog")).PeopleDetachDialog,
);

/** Which dialog is open. */
type Asked = { kind: "attach" } | ({ kind: "detach" } & Chosen);

/** The lazy part of `GatewayPeople`. */
export const PeopleTable = withListUrl(Table);

function Table({ gateway }: { gateway: Gateway }) {
  const actor = useActor();
  const { id, network } = gateway;
  const selection = useRowSelection(`people of gateway ${id}`);
  const [asked, setAsked] = useState<Asked | null>(null);
  const onDetach = useCallback((usernames: readonly string[]) => {
    setAsked({ kind: "detach", usernames, staying: [] });
  }, []);
  const closed = reasonOf(permits(actor, "attachments:manage", { network }));
  const columns = useMemo(
    () =>
      peopleColumns({
        actor,
        refusalOf: (user) => closed ?? detachRefusal(actor, user),
        onDetach,
      }),
    [actor, closed, onDetach],
  );
  const { model, query } = useList({
    list: useUrlList(gatewayPeopleList),
    pageQuery: (wanted) => gatewayPeopleQuery(id, wanted),
    columns,
    rowId: usernameIn,
    selection: closed === null ? selection : undefined,
  });
  const chosenOf = useStaying(query.data?.data, (user) => detachRefusal(actor, user));

  const attach = (
    <Button
      variant="primary"
      icon={<Link2 />}
      disabledReason={closed}
      onPointerEnter={PeopleAttachDialog.preload}
      onFocus={PeopleAttachDialog.preload}
      onClick={() => {
        setAsked({ kind: "attach" });
      }}
    >
      Attach people
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
        toolbar={attach}
        empty={
          <EmptyState icon={<UsersRound />} title="Nobody has this gateway yet" actions={attach}>
            Attach people here, or give a group a role that opens it. Administrators have every
            gateway and are not listed.
          </EmptyState>
        }
        actions={
          <Button
            variant="danger-quiet"
            icon={<Unlink />}
            disabledReason={
              selection.count > MAX_BULK ? `Select at most ${formatNumber(MAX_BULK)} people.` : null
            }
            onClick={() => {
              setAsked({ kind: "detach", ...chosenOf(selection.ids) });
            }}
          >
            Detach from gateway…
          </Button>
        }
      />
      {asked?.kind === "attach" && <PeopleAttachDialog gateway={gateway} onClose={close} />}
      {asked?.kind === "detach" && (
        <PeopleDetachDialog
          gateway={gateway}
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
    key: "kind",
    label: "Reason",
    options: [
      { value: "attachment", label: "Directly" },
      { value: "group", label: "By a group" },
    ],
  },
];

/** What a group gives is taken away at the group. */
function detachRefusal(
  actor: Actor,
  { reasons, platform_role_id: role }: NetworkUser,
): string | null {
  if (!reasons.some(({ kind }) => kind === "attachment")) {
    return "Not attached directly: a group gives them this gateway.";
  }
  const isNamed = can(actor, "users:write") || role === "service-user";
  return isNamed ? null : "Network admins detach service users only.";
}

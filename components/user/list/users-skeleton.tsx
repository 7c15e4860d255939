"use client";

import { useMemo } from "react";
import { useActor } from "@/components/console/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useListState } from "@/components/data-table/use-list-state";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { can } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { usersList } from "./list-params";
import { nameOf } from "@/components/user/user-words";
import { usersColumns } from "./users-columns";
import { usersFilters } from "./users-filters";
import { UsersHeader } from "./users-header";
import { withSortOnlyColumns } from "./users-view";

/** The page on the way: the same head and table, with grey bars for rows. */
export function UsersSkeleton() {
  const actor = useActor();
  const { view } = useListState(usersList);
  const selection = useRowSelection();
  const columns = useMemo(() => usersColumns({ actor, onAction: doNothing }), [actor]);
  const model = useDataTable<User>({
    columns,
    rows: undefined,
    total: undefined,
    view: withSortOnlyColumns(view),
    getRowId: ({ username }) => username,
    ...(can(actor, "users:write") && { selection }),
  });
  return (
    <>
      <UsersHeader />
      <DataTable
        model={model}
        query={onTheWay}
        noun="users"
        rowLabel={nameOf}
        searchPlaceholder="Search name or username"
        filters={usersFilters}
        empty={null}
      />
    </>
  );
}

function doNothing() {
  // There are no rows yet.
}

const onTheWay = {
  isPending: true,
  isFetching: true,
  isPlaceholderData: false,
  error: null,
  refetch: doNothing,
};

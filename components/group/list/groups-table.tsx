"use client";

import { useMemo } from "react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import type { GroupActionKind } from "@/components/group/group-actions";
import { groupIdOf, groupNameOf } from "@/components/group/granting-groups";
import { groupsPageQuery } from "@/components/group/queries";
import type { UserGroup } from "@/lib/group/schema";
import { groupsColumns } from "./groups-columns";
import { GroupsEmpty } from "./groups-empty";
import { groupsFilters } from "./groups-filters";
import { groupsList } from "./list-params";

/** The lazy part of `GroupsPage`: the list of all groups. */
export const GroupsTable = withListUrl(Table);

function Table({ onAction }: { onAction: (action: GroupActionKind, group: UserGroup) => void }) {
  const actor = useActor();
  const { model, query } = useList({
    list: useUrlList(groupsList),
    pageQuery: groupsPageQuery,
    columns: useMemo(() => groupsColumns({ actor, onAction }), [actor, onAction]),
    rowId: groupIdOf,
  });
  return (
    <DataTable
      model={model}
      query={query}
      noun="groups"
      rowLabel={groupNameOf}
      searchPlaceholder="Search name or notes"
      filters={groupsFilters}
      empty={<GroupsEmpty />}
    />
  );
}

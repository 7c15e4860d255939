"use client";

import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { GrantingGroups, groupIdOf } from "@/components/group/granting-groups";
import { groupColumns } from "@/components/group/group-columns";
import { networkGroupsList } from "@/components/network/list-params";
import { networkGroupsQuery } from "@/components/network/queries";

/** The lazy part of `NetworkGroups`. */
export const NetworkGroupsTable = withListUrl(Table);

function Table({ netid }: { netid: string }) {
  const { model, query } = useList({
    list: useUrlList(networkGroupsList),
    pageQuery: (wanted) => networkGroupsQuery(netid, wanted),
    columns: groupColumns,
    rowId: groupIdOf,
  });
  return (
    <GrantingGroups
      model={model}
      query={query}
      emptyTitle="No group gives access to this network"
    />
  );
}

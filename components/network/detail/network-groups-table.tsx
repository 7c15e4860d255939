"use client";

import { UsersRound } from "lucide-react";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { EmptyState } from "@/components/ui/empty-state";
import { groupColumns } from "@/components/group/group-columns";
import { networkGroupsList } from "@/components/network/list-params";
import { networkGroupsQuery } from "@/components/network/queries";
import type { UserGroup } from "@/lib/group/schema";

/** The lazy part of `NetworkGroups`. */
export const NetworkGroupsTable = withListUrl(Table);

function Table({ netid }: { netid: string }) {
  const { model, query } = useList({
    list: useUrlList(networkGroupsList),
    pageQuery: (wanted) => networkGroupsQuery(netid, wanted),
    columns: groupColumns,
    rowId: idOf,
  });
  return (
    <DataTable
      model={model}
      query={query}
      noun="groups"
      rowLabel={nameOf}
      searchPlaceholder="Search name or notes"
      empty={
        <EmptyState icon={<UsersRound />} title="No group gives access to this network">
          Give it on a group’s page, under Access.
        </EmptyState>
      }
    />
  );
}

function idOf({ id }: UserGroup): string {
  return id;
}

function nameOf({ name }: UserGroup): string {
  return name;
}

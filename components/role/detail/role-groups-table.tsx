"use client";

import { UsersRound } from "lucide-react";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { EmptyState } from "@/components/ui/empty-state";
import { groupColumns } from "@/components/group/group-columns";
import { groupsPageQuery } from "@/components/group/queries";
import { groupsOfRoleList } from "@/components/role/list-of-groups";
import type { UserGroup } from "@/lib/group/schema";

/** The lazy part of `RoleGroups`. */
export const RoleGroupsTable = withListUrl(Table);

function Table({ id }: { id: string }) {
  const { model, query } = useList({
    list: useUrlList(groupsOfRoleList),
    pageQuery: (wanted) => groupsPageQuery({ ...wanted, role: [id] }),
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
        <EmptyState icon={<UsersRound />} title="No group gives this role">
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

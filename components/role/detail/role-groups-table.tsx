"use client";

import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { GrantingGroups, groupIdOf } from "@/components/group/granting-groups";
import { groupColumns } from "@/components/group/group-columns";
import { groupsPageQuery } from "@/components/group/queries";
import { groupsOfRoleList } from "@/components/role/list-of-groups";

/** The lazy part of `RoleGroups`. */
export const RoleGroupsTable = withListUrl(Table);

function Table({ id }: { id: string }) {
  const { model, query } = useList({
    list: useUrlList(groupsOfRoleList),
    pageQuery: (wanted) => groupsPageQuery({ ...wanted, role: [id] }),
    columns: groupColumns,
    rowId: groupIdOf,
  });
  return <GrantingGroups model={model} query={query} emptyTitle="No group gives this role" />;
}

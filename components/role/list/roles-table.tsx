"use client";

import { useMemo } from "react";
import { ShieldCheck } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { EmptyState } from "@/components/ui/empty-state";
import { rolesList } from "@/components/role/list-params";
import { rolesPageQuery } from "@/components/role/queries";
import type { RoleActionKind } from "@/components/role/role-actions";
import type { ListedRole } from "@/lib/role/schema";
import { rolesColumns } from "./roles-columns";
import { rolesFilters } from "./roles-filters";

/** The lazy part of `RolesPage`: the list of network roles. */
export const RolesTable = withListUrl(Table);

function Table({ onAction }: { onAction: (action: RoleActionKind, role: ListedRole) => void }) {
  const actor = useActor();
  const { model, query } = useList({
    list: useUrlList(rolesList),
    pageQuery: rolesPageQuery,
    columns: useMemo(() => rolesColumns({ actor, onAction }), [actor, onAction]),
    rowId: idOf,
  });
  return (
    <DataTable
      model={model}
      query={query}
      noun="roles"
      rowLabel={nameOf}
      searchPlaceholder="Search name or notes"
      filters={rolesFilters}
      empty={
        <EmptyState icon={<ShieldCheck />} title="No roles yet">
          A role says what people may do on a network.
        </EmptyState>
      }
    />
  );
}

function idOf({ id }: ListedRole): string {
  return id;
}

function nameOf({ name }: ListedRole): string {
  return name;
}

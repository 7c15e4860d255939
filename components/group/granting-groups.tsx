"use client";

import { UsersRound } from "lucide-react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataTableModel } from "@/components/data-table/use-data-table";
import type { ListQuery } from "@/components/data-table/list-query";
import { EmptyState } from "@/components/ui/empty-state";
import type { UserGroup } from "@/lib/group/schema";

/** The groups that give a role, or access to a network. */
export function GrantingGroups({
  model,
  query,
  emptyTitle,
}: {
  model: DataTableModel<UserGroup>;
  query: ListQuery;
  emptyTitle: string;
}) {
  return (
    <DataTable
      model={model}
      query={query}
      noun="groups"
      rowLabel={groupNameOf}
      searchPlaceholder="Search name or notes"
      empty={
        <EmptyState icon={<UsersRound />} title={emptyTitle}>
          Give it on a group’s page, under Access.
        </EmptyState>
      }
    />
  );
}

export function groupIdOf({ id }: UserGroup): string {
  return id;
}

export function groupNameOf({ name }: UserGroup): string {
  return name;
}

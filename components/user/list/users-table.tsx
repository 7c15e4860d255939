"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useActor } from "@/components/console/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useListState } from "@/components/data-table/use-list-state";
import type { RowSelection } from "@/components/data-table/use-row-selection";
import { toast } from "@/components/ui/toast";
import { formatNumber, formatTotal } from "@/lib/format";
import { can, isSelf } from "@/lib/permissions";
import type { User, UserPage } from "@/lib/user/schema";
import { MAX_BULK } from "@/lib/user/values";
import type { BulkAction } from "@/components/user/bulk";
import { usersList, usersQuery } from "./list-params";
import { fetchMatching, usersPageQuery } from "@/components/user/queries";
import type { UserActionKind } from "@/components/user/user-actions";
import { nameOf } from "@/components/user/user-words";
import { UsersBulkActions } from "./users-bulk-actions";
import { usersColumns } from "./users-columns";
import { UsersEmpty } from "./users-empty";
import { usersFilters } from "./users-filters";

interface Props {
  selection: RowSelection;
  onAction: (kind: UserActionKind, user: User) => void;
  onBulk: (action: BulkAction) => void;
  onCreate: () => void;
}

/** The lazy part of `UsersPage`: the list of all users. */
export function UsersTable(props: Props) {
  return (
    <NuqsAdapter>
      <Table {...props} />
    </NuqsAdapter>
  );
}

function Table({ selection, onAction, onBulk, onCreate }: Props) {
  const actor = useActor();
  const { view, query } = useListState(usersList);
  const wanted = usersQuery(query);
  const users = useQuery(usersPageQuery(wanted));
  const hasNext = !users.isPlaceholderData && users.data?.data.length === wanted.per_page;
  useQuery({
    ...usersPageQuery({ ...wanted, page: wanted.page + 1 }),
    enabled: hasNext,
    refetchOnWindowFocus: false,
    notifyOnChangeProps: [],
  });

  const mayChange = can(actor, "users:write");
  const columns = useMemo(() => usersColumns({ actor, onAction }), [actor, onAction]);
  const model = useDataTable({
    columns,
    rows: users.data?.data,
    total: users.data?.total,
    isEstimate: users.data?.total_is_estimate ?? false,
    view,
    getRowId: usernameOf,
    ...(mayChange && { selection }),
  });

  async function handleSelectAll(): Promise<readonly string[]> {
    const { usernames, isCut } = await fetchMatching(wanted);
    if (isCut) tellCut(users.data);
    return usernames;
  }

  const empty = <UsersEmpty onCreate={onCreate} />;
  const [first] = users.data?.data ?? [];
  const isAlone = !view.isNarrowed && users.data?.total === 1 && isSelf(actor, first?.username);
  if (isAlone) return empty;

  return (
    <DataTable
      model={model}
      query={users}
      noun="users"
      rowLabel={nameOf}
      searchPlaceholder="Search name or username"
      filters={usersFilters}
      empty={empty}
      actions={<UsersBulkActions count={selection.count} onBulk={onBulk} />}
      {...(selection.count < MAX_BULK && { onSelectAll: handleSelectAll })}
    />
  );
}

function usernameOf(user: User): string {
  return user.username;
}

function tellCut(page: UserPage | undefined) {
  const all = page ? ` of ${formatTotal(page.total, page.total_is_estimate)}` : "";
  toast.info(`The first ${formatNumber(MAX_BULK)}${all} are selected`, {
    description: "More do not fit into one action.",
  });
}

"use client";

import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { BulkActions } from "@/components/bulk/bulk-actions";
import type { BulkAction } from "@/components/bulk/plan";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import type { RowSelection } from "@/components/data-table/use-row-selection";
import { withListUrl } from "@/components/data-table/with-list-url";
import { useGroupNames } from "@/components/lookup/use-names";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatNumber, formatTotal } from "@/lib/format";
import { can, isSelf } from "@/lib/permissions";
import type { User, UserPage } from "@/lib/user/schema";
import { MAX_BULK } from "@/lib/user/values";
import { usersList } from "./list-params";
import { matchingUsernames } from "@/components/user/bulk-queries";
import { usersPageQuery } from "@/components/user/queries";
import type { UserActionKind } from "@/components/user/user-actions";
import { nameOf, usernameIn } from "@/components/user/user-words";
import { GroupNamesContext } from "@/components/lookup/group-badges";
import { usersColumns } from "./users-columns";
import { UsersEmpty } from "./users-empty";
import { UsersExport } from "./users-export";
import { usersFilters } from "./users-filters";

interface Props {
  selection: RowSelection;
  onAction: (kind: UserActionKind, user: User) => void;
  onBulk: (action: BulkAction) => void;
  onResetMfa: () => void;
  onCreate: () => void;
}

/** The lazy part of `UsersPage`: the list of all users. */
export const UsersTable = withListUrl(Table);

function Table({ selection, onAction, onBulk, onResetMfa, onCreate }: Props) {
  const actor = useActor();
  const client = useQueryClient();
  const list = useUrlList(usersList);
  const { model, query } = useList({
    list,
    pageQuery: usersPageQuery,
    columns: useMemo(() => usersColumns({ actor, onAction }), [actor, onAction]),
    rowId: usernameIn,
    selection: can(actor, "users:write") ? selection : undefined,
  });

  const groupIds = (query.data?.data ?? []).flatMap((user) => Object.keys(user.user_group_ids));
  const groupNames = useGroupNames(groupIds);

  async function handleSelectAll(): Promise<readonly string[]> {
    const { ids, isCut } = await matchingUsernames(client, list.query);
    if (isCut) tellCut(query.data);
    return ids;
  }

  const empty = <UsersEmpty onCreate={onCreate} />;
  const [first] = query.data?.data ?? [];
  const isAlone =
    !list.view.isNarrowed && query.data?.total === 1 && isSelf(actor, first?.username);
  if (isAlone) return empty;

  return (
    <GroupNamesContext value={groupNames}>
      <DataTable
        model={model}
        query={query}
        noun="users"
        rowLabel={nameOf}
        searchPlaceholder="Search name or username"
        filters={usersFilters}
        toolbar={<UsersExport query={list.query} page={query.data} />}
        empty={empty}
        actions={
          <BulkActions
            count={selection.count}
            noun="users"
            onBulk={onBulk}
            more={
              <Button disabledReason={tooManyResets(selection.count)} onClick={onResetMfa}>
                Reset MFA…
              </Button>
            }
          />
        }
        {...(selection.count < MAX_BULK && { onSelectAll: handleSelectAll })}
      />
    </GroupNamesContext>
  );
}

/** There is a call for each of them. */
const MAX_RESETS = 100;

function tooManyResets(count: number): string | null {
  return count > MAX_RESETS ? `Select at most ${formatNumber(MAX_RESETS)} users.` : null;
}

function tellCut(page: UserPage | undefined) {
  const all = page ? ` of ${formatTotal(page.total, page.total_is_estimate)}` : "";
  toast.info(`The first ${formatNumber(MAX_BULK)}${all} are selected`, {
    description: "This is the most you can change at once.",
  });
}

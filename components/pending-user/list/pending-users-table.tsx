"use client";

import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import type { ListFilter } from "@/components/data-table/list-filter";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import type { RowSelection } from "@/components/data-table/use-row-selection";
import { withListUrl } from "@/components/data-table/with-list-url";
import { matchingUsernames, pendingUsersPageQuery } from "@/components/pending-user/queries";
import { nameOf } from "@/components/pending-user/words";
import type { ProviderName } from "@/components/session/provider-names";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatNumber } from "@/lib/format";
import type { PendingUser } from "@/lib/pending-user/schema";
import { can } from "@/lib/permissions";
import { MAX_BULK } from "@/lib/user/values";
import { pendingUsersList } from "./list-params";
import type { PendingUserAction } from "./pending-user-menu";
import { pendingUsersColumns } from "./pending-users-columns";
import { PendingUsersEmpty } from "./pending-users-empty";

interface Props {
  selection: RowSelection;
  providers: readonly ProviderName[];
  onAction: (action: PendingUserAction, usernames: readonly string[]) => void;
}

/** The lazy part of `PendingUsersPage`: the list of all who wait. */
export const PendingUsersTable = withListUrl(Table);

function Table({ selection, providers, onAction }: Props) {
  const actor = useActor();
  const client = useQueryClient();
  const list = useUrlList(pendingUsersList);
  const { model, query } = useList({
    list,
    pageQuery: pendingUsersPageQuery,
    columns: useMemo(
      () => pendingUsersColumns({ actor, providers, onAction }),
      [actor, providers, onAction],
    ),
    rowId: usernameOf,
    selection: can(actor, "pending-users:write") ? selection : undefined,
  });

  async function handleSelectAll(): Promise<readonly string[]> {
    const { ids, isCut } = await matchingUsernames(client, list.query);
    if (isCut) {
      toast.info(`The first ${formatNumber(MAX_BULK)} are selected`, {
        description: "This is the most you can change at once.",
      });
    }
    return ids;
  }

  return (
    <DataTable
      model={model}
      query={query}
      noun="pending users"
      rowLabel={nameOf}
      searchPlaceholder="Search name or address"
      filters={filtersOf(providers)}
      empty={<PendingUsersEmpty hasProviders={providers.length > 0} />}
      actions={
        <>
          <Button
            onClick={() => {
              onAction("approve", selection.ids);
            }}
          >
            Approve…
          </Button>
          <Button
            variant="danger-quiet"
            onClick={() => {
              onAction("reject", selection.ids);
            }}
          >
            Reject…
          </Button>
        </>
      }
      {...(selection.count < MAX_BULK && { onSelectAll: handleSelectAll })}
    />
  );
}

/** Where there is only one provider, everybody is from there. */
function filtersOf(providers: readonly ProviderName[]): readonly ListFilter[] {
  if (providers.length < 2) return [];
  const options = providers.map(({ id, name }) => ({ value: id, label: name }));
  return [{ key: "provider", label: "Provider", options }];
}

function usernameOf({ username }: PendingUser): string {
  return username;
}

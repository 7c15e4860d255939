"use client";

import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import type { RowSelection } from "@/components/data-table/use-row-selection";
import { withListUrl } from "@/components/data-table/with-list-url";
import { matchingEmails, type InviteBulkAction } from "@/components/invite/bulk";
import { useIsMailConfigured } from "@/components/invite/no-mail-callout";
import { invitesPageQuery } from "@/components/invite/queries";
import { GroupNamesContext } from "@/components/lookup/group-badges";
import { PeopleNames } from "@/components/lookup/people-names";
import { useGroupNames } from "@/components/lookup/use-names";
import { toast } from "@/components/ui/toast";
import { formatNumber } from "@/lib/format";
import type { UserInvite } from "@/lib/invite/schema";
import { can } from "@/lib/permissions";
import { MAX_BULK } from "@/lib/user/values";
import { inviters } from "./inviters";
import { InviteBulkButtons } from "./invite-bulk-buttons";
import { invitesList } from "./list-params";
import { invitesColumns } from "./invites-columns";
import { InvitesEmpty } from "./invites-empty";
import { invitesFilters } from "./invites-filters";

interface Props {
  selection: RowSelection;
  onAction: (action: InviteBulkAction, invite: UserInvite) => void;
  onBulk: (action: InviteBulkAction) => void;
  onInvite: () => void;
}

/** The lazy part of `InvitesPage`: the list of all invites. */
export const InvitesTable = withListUrl(Table);

function Table({ selection, onAction, onBulk, onInvite }: Props) {
  const actor = useActor();
  const client = useQueryClient();
  const isMailConfigured = useIsMailConfigured();
  const list = useUrlList(invitesList);
  const { model, query } = useList({
    list,
    pageQuery: invitesPageQuery,
    columns: useMemo(
      () => invitesColumns({ actor, isMailConfigured, onAction }),
      [actor, isMailConfigured, onAction],
    ),
    rowId: emailOf,
    selection: can(actor, "invites:write") ? selection : undefined,
  });
  const invites = query.data?.data ?? [];
  const groupNames = useGroupNames(invites.flatMap((invite) => Object.keys(invite.user_group_ids)));

  async function handleSelectAll(): Promise<readonly string[]> {
    const { ids, isCut } = await matchingEmails(client, list.query);
    if (isCut) {
      toast.info(`The first ${formatNumber(MAX_BULK)} are selected`, {
        description: "This is the most you can change at once.",
      });
    }
    return ids;
  }

  return (
    <GroupNamesContext value={groupNames}>
      <PeopleNames usernames={inviters(invites)}>
        <DataTable
          model={model}
          query={query}
          noun="invites"
          rowLabel={emailOf}
          searchPlaceholder="Search address or inviter"
          filters={invitesFilters}
          empty={<InvitesEmpty onInvite={onInvite} />}
          actions={
            <InviteBulkButtons
              count={selection.count}
              isMailConfigured={isMailConfigured}
              onBulk={onBulk}
            />
          }
          {...(selection.count < MAX_BULK && { onSelectAll: handleSelectAll })}
        />
      </PeopleNames>
    </GroupNamesContext>
  );
}

function emailOf({ email }: UserInvite): string {
  return email;
}

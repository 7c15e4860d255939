"use client";

import { useMemo } from "react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { PeopleNames } from "@/components/lookup/people-names";
import { withListUrl } from "@/components/data-table/with-list-url";
import type { ListedToken } from "@/lib/token/schema";
import { tokensPageQuery } from "@/components/token/queries";
import { tokensList } from "./list-params";
import { tokensColumns } from "./tokens-columns";
import { TokensEmpty } from "./tokens-empty";
import { tokensFilters } from "./tokens-filters";

/** The lazy part of `TokensPage`: the list of all tokens. */
export const TokensTable = withListUrl(Table);

function Table({ onRevoke }: { onRevoke: (token: ListedToken) => void }) {
  const actor = useActor();
  const { model, query } = useList({
    list: useUrlList(tokensList),
    pageQuery: tokensPageQuery,
    columns: useMemo(() => tokensColumns({ actor, onRevoke }), [actor, onRevoke]),
    rowId: idOf,
  });

  return (
    <PeopleNames usernames={(query.data?.data ?? []).map((token) => token.user_name)}>
      <DataTable
        model={model}
        query={query}
        noun="API tokens"
        rowLabel={nameOf}
        searchPlaceholder="Search name or owner"
        filters={tokensFilters}
        empty={<TokensEmpty />}
      />
    </PeopleNames>
  );
}

function idOf(token: ListedToken): string {
  return token.id;
}

function nameOf(token: ListedToken): string {
  return token.name;
}

"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useActor } from "@/components/console/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useListState } from "@/components/data-table/use-list-state";
import { useNowSince } from "@/components/ui/use-clock";
import type { ListedToken } from "@/lib/token/schema";
import { tokensPageQuery } from "@/components/token/queries";
import { tokensList, tokensQuery } from "./list-params";
import { tokensColumns } from "./tokens-columns";
import { TokensEmpty } from "./tokens-empty";
import { tokensFilters } from "./tokens-filters";

interface Props {
  onRevoke: (token: ListedToken) => void;
}

/** The lazy part of `TokensPage`: the list of all tokens. */
export function TokensTable(props: Props) {
  return (
    <NuqsAdapter>
      <Table {...props} />
    </NuqsAdapter>
  );
}

function Table({ onRevoke }: Props) {
  const actor = useActor();
  const { view, query } = useListState(tokensList);
  const wanted = tokensQuery(query);
  const tokens = useQuery(tokensPageQuery(wanted));
  const hasNext = !tokens.isPlaceholderData && tokens.data?.data.length === wanted.per_page;
  useQuery({
    ...tokensPageQuery({ ...wanted, page: wanted.page + 1 }),
    enabled: hasNext,
    refetchOnWindowFocus: false,
    notifyOnChangeProps: [],
  });

  const now = useNowSince(tokens.dataUpdatedAt);
  const columns = useMemo(() => tokensColumns({ actor, now, onRevoke }), [actor, now, onRevoke]);
  const model = useDataTable({
    columns,
    rows: tokens.data?.data,
    total: tokens.data?.total,
    isEstimate: tokens.data?.total_is_estimate ?? false,
    view,
    getRowId: idOf,
  });

  return (
    <DataTable
      model={model}
      query={tokens}
      noun="API tokens"
      rowLabel={nameOf}
      searchPlaceholder="Search name or owner"
      filters={tokensFilters}
      empty={<TokensEmpty />}
    />
  );
}

function idOf(token: ListedToken): string {
  return token.id;
}

function nameOf(token: ListedToken): string {
  return token.name;
}

"use client";

import { useMemo } from "react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { networksList } from "@/components/network/list-params";
import type { NetworkActionKind } from "@/components/network/network-actions";
import { networksPageQuery } from "@/components/network/queries";
import type { ListedNetwork } from "@/lib/network/schema";
import { networksColumns } from "./networks-columns";
import { NetworksEmpty } from "./networks-empty";

interface Props {
  onAction: (action: NetworkActionKind, netid: string) => void;
  onCreate: () => void;
}

/** The lazy part of `NetworksPage`. */
export const NetworksTable = withListUrl(Table);

function Table({ onAction, onCreate }: Props) {
  const actor = useActor();
  const { model, query } = useList({
    list: useUrlList(networksList),
    pageQuery: networksPageQuery,
    columns: useMemo(() => networksColumns({ actor, onAction }), [actor, onAction]),
    rowId: netidOf,
  });
  return (
    <DataTable
      model={model}
      query={query}
      noun="networks"
      rowLabel={netidOf}
      searchPlaceholder="Search id"
      empty={<NetworksEmpty onCreate={onCreate} />}
    />
  );
}

function netidOf({ netid }: ListedNetwork): string {
  return netid;
}

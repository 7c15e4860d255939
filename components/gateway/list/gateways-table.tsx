"use client";

import { useMemo } from "react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import {
  gatewayIdOf,
  gatewayNameOf,
  type ListedGateway,
} from "@/components/gateway/gateway-columns";
import { gatewaysList } from "@/components/gateway/list-params";
import { gatewaysPageQuery } from "@/components/gateway/queries";
import { gatewaysColumns } from "./gateways-columns";
import { GatewaysEmpty } from "./gateways-empty";
import { gatewaysFilters } from "./gateways-filters";

interface Props {
  onDelete: (gateway: ListedGateway) => void;
  onCreate: () => void;
}

/** The lazy part of `GatewaysPage`. */
export const GatewaysTable = withListUrl(Table);

function Table({ onDelete, onCreate }: Props) {
  const actor = useActor();
  const { model, query } = useList({
    list: useUrlList(gatewaysList),
    pageQuery: gatewaysPageQuery,
    columns: useMemo(() => gatewaysColumns({ actor, onDelete }), [actor, onDelete]),
    rowId: gatewayIdOf,
  });
  return (
    <DataTable
      model={model}
      query={query}
      noun="gateways"
      rowLabel={gatewayNameOf}
      searchPlaceholder="Search name, network or address"
      filters={gatewaysFilters}
      empty={<GatewaysEmpty onCreate={onCreate} />}
    />
  );
}

"use client";

import { useState } from "react";
import { Plus, Router } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import { gatewayChange } from "./gateway-actions";
import { gatewayIdOf, gatewayNameOf, nameColumn, stateColumns } from "./gateway-columns";
import { gatewaysOfNetworkList } from "./list-params";
import { gatewaysPageQuery } from "./queries";
import { statusFilter } from "./status-filter";

const GatewayCreateDialog = lazyDialog(
  async () => (await import("./gateway-create-dialog")).GatewayCreateDialog,
);

/** The lazy part of `GatewaysOfNetwork`. */
export const GatewaysOfNetworkTable = withListUrl(Table);

const columns = [nameColumn, ...stateColumns()];
const filters = [statusFilter];

function Table({ netid }: { netid: string }) {
  const { isShown, disabledReason } = gatewayChange(useActor());
  const [isCreating, setIsCreating] = useState(false);
  const { model, query } = useList({
    list: useUrlList(gatewaysOfNetworkList),
    pageQuery: (wanted) => gatewaysPageQuery({ ...wanted, network: [netid] }),
    columns,
    rowId: gatewayIdOf,
  });
  const add = isShown && (
    <Button
      icon={<Plus />}
      disabledReason={disabledReason}
      onPointerEnter={GatewayCreateDialog.preload}
      onClick={() => {
        setIsCreating(true);
      }}
    >
      Add gateway
    </Button>
  );
  return (
    <>
      <DataTable
        model={model}
        query={query}
        noun="gateways"
        rowLabel={gatewayNameOf}
        searchPlaceholder="Search name or address"
        filters={filters}
        toolbar={add}
        empty={
          <EmptyState icon={<Router />} title="No gateways on this network yet" actions={add}>
            Devices connect to a network through a gateway.
          </EmptyState>
        }
      />
      {isCreating && (
        <GatewayCreateDialog
          network={netid}
          onClose={() => {
            setIsCreating(false);
          }}
        />
      )}
    </>
  );
}

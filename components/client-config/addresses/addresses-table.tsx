"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { MapPinned } from "lucide-react";
import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { PeopleNames } from "@/components/lookup/people-names";
import { EmptyState } from "@/components/ui/empty-state";
import { GatewayNamesContext } from "@/components/client-config/place-links";
import { addressKeys } from "@/lib/client-config/values";
import type { Network } from "@/lib/network/schema";
import { AddressCounts } from "./address-counts";
import { addressesColumns, addressOf } from "./addresses-columns";
import { AddressesExport } from "./addresses-export";
import { addressesInput, addressesListOf } from "./list-params";
import { addressPageQuery, gatewaysOfQuery, type AddressPage } from "./queries";
import { configRow, gatewayRows, insertRows, matchingRows, type AddressRow } from "./rows";

/** The lazy part of `NetworkAddresses`: who has which address of a network. */
export const AddressesTable = withListUrl(Table);

function Table({ network }: { network: Network }) {
  const { netid } = network;
  const list = useUrlList(addressesListOf(network));
  const query = useQuery(addressPageQuery(addressesInput(netid, list.query)));
  const { data: page } = query;
  const { data: gateways } = useQuery(gatewaysOfQuery(netid));
  useNextPage(netid, list.query, query.isPlaceholderData ? undefined : page);

  const names = useMemo(
    () => new Map(gateways?.map(({ id, gw_name: name }) => [id, name])),
    [gateways],
  );
  const gatewayNameOf = useMemo(() => (id: string) => names.get(id) ?? null, [names]);
  const { q, sort, order } = list.query;
  const found = useMemo(
    () => matchingRows(gatewayRows(gateways ?? []), q, gatewayNameOf),
    [gateways, q, gatewayNameOf],
  );
  const inserted = useMemo(
    () =>
      page && gateways
        ? insertRows(found, {
            rows: page.data.map(configRow),
            before: page.before && configRow(page.before),
            isLast: isLastPage(page),
            sort,
            order,
          })
        : null,
    [page, gateways, found, sort, order],
  );
  const columns = useMemo(() => columnsOf(network), [network]);
  const model = useDataTable<AddressRow>({
    columns,
    rows: inserted?.rows,
    total: page?.total,
    isEstimate: page?.total_is_estimate ?? false,
    view: list.view,
    getRowId: idOf,
    inserted: { before: inserted?.before ?? 0, count: found.length },
  });

  return (
    <>
      <AddressCounts network={network} gateways={gateways && gatewayRows(gateways)} />
      <GatewayNamesContext value={gatewayNameOf}>
        <PeopleNames usernames={(page?.data ?? []).map(({ ownerid }) => ownerid)}>
          <DataTable
            model={model}
            query={{ ...query, isPending: inserted === null }}
            noun="addresses"
            rowLabel={addressOf}
            searchPlaceholder="Search address, device or owner"
            toolbar={<AddressesExport netid={netid} gateways={gateways} />}
            empty={
              <EmptyState icon={<MapPinned />} title="No address is used yet">
                Devices get their addresses with their client configs.
              </EmptyState>
            }
          />
        </PeopleNames>
      </GatewayNamesContext>
    </>
  );
}

/** On its way before it is wanted. */
function useNextPage(
  netid: string,
  wanted: Parameters<typeof addressesInput>[1],
  page: AddressPage | undefined,
) {
  useQuery({
    ...addressPageQuery(addressesInput(netid, { ...wanted, page: wanted.page + 1 })),
    enabled: page?.data.length === wanted.per_page,
    refetchOnWindowFocus: false,
    notifyOnChangeProps: [],
  });
}

/** Past the end there is nothing, which is not the last page. */
function isLastPage({ data, page, per_page: perPage, ...of }: AddressPage): boolean {
  if (data.length === 0) return page === 1;
  return of.total_is_estimate ? data.length < perPage : page === of.total_pages;
}

function columnsOf({ netid, addressrange, addressrange6 }: Network) {
  const ranges = { address: addressrange, address6: addressrange6 };
  return addressesColumns(
    netid,
    addressKeys.filter((key) => ranges[key] !== ""),
  );
}

function idOf({ id }: AddressRow): string {
  return id;
}

import { defineList, manyOf, manyTexts, type WireQuery } from "@/components/data-table/list-params";
import type { Reason } from "@/lib/reach/reasons";
import type { GatewayListQuery } from "@/lib/gateway/schema";
import { gatewaySorts, gatewayStatuses } from "@/lib/gateway/values";

/** The list of gateways, for the page that loads it and the table that shows it. */
export const gatewaysList = defineList<GatewayListQuery>({
  sorts: gatewaySorts,
  defaultSort: "gw_name",
  filters: { network: manyTexts(), status: manyOf(gatewayStatuses) },
});
export type GatewaySelection = WireQuery<GatewayListQuery>;

/** As {@link gatewaysList}, on the page of one network. */
export const gatewaysOfNetworkList = defineList<GatewayListQuery>({
  sorts: ["gw_name", "status"],
  defaultSort: "gw_name",
  perPage: 25,
  filters: { status: manyOf(gatewayStatuses) },
});

interface ListedPeople {
  sort: "name";
  kind?: Reason["kind"][];
}

/** Those who have one gateway. The server's order is fixed: by username. */
export const gatewayPeopleList = defineList<ListedPeople>({
  sorts: ["name"],
  defaultSort: "name",
  filters: { kind: manyOf(["attachment", "group"]) },
});
export type GatewayPeopleSelection = WireQuery<ListedPeople>;

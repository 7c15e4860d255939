import { defineList, type WireQuery } from "@/components/data-table/list-params";

interface Devices {
  sort: "network";
}

/** One's own client configs: in an order that stays when one of them is switched. */
export const devicesList = defineList<Devices>({
  prefix: "devices",
  sorts: ["network"],
  defaultSort: "network",
  perPage: 25,
  filters: {},
});
export type DevicesSelection = WireQuery<Devices>;

interface Gateways {
  sort: "name";
}

/** The gateways that one has: the server's order is fixed. */
export const ownGatewaysList = defineList<Gateways>({
  prefix: "gateways",
  sorts: ["name"],
  defaultSort: "name",
  perPage: 25,
  filters: {},
});
export type GatewaysSelection = Pick<WireQuery<Gateways>, "page" | "per_page" | "q">;

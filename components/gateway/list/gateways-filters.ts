import type { ListFilter } from "@/components/data-table/list-filter";
import { networkOptions } from "@/components/lookup/networks";
import { statusFilter } from "@/components/gateway/status-filter";

export const gatewaysFilters: readonly ListFilter[] = [
  { key: "network", label: "Network", kind: "search", source: networkOptions, isMany: true },
  statusFilter,
];

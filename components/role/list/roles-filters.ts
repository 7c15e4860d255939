import type { ListFilter } from "@/components/data-table/list-filter";
import { networkOptions } from "@/components/lookup/networks";

export const rolesFilters: readonly ListFilter[] = [
  {
    key: "default",
    label: "Kind",
    kind: "one",
    options: [
      { value: "true", label: "Default" },
      { value: "false", label: "Your own" },
    ],
  },
  { key: "network", label: "Network", kind: "search", source: networkOptions, isMany: true },
];

import type { ListFilter } from "@/components/data-table/list-filter";
import { statusOptions } from "./gateway-words";

export const statusFilter: ListFilter = {
  key: "status",
  label: "Status",
  options: statusOptions.map(({ value, label }) => ({ value, label })),
};

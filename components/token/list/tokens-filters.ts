import type { ListFilter } from "@/components/data-table/list-filter";
import { EXPIRING_DAYS, tokenStates, UNUSED_DAYS, type TokenState } from "@/lib/token/values";

const labels: Record<TokenState, string> = {
  active: "Active",
  expired: "Expired",
  expiring: `Expires within ${String(EXPIRING_DAYS)} days`,
  unused: `Unused for ${String(UNUSED_DAYS)} days`,
  owner_disabled: "Owner disabled",
};

export const tokensFilters: readonly ListFilter[] = [
  {
    key: "state",
    label: "State",
    options: tokenStates.map((value) => ({ value, label: labels[value] })),
  },
];

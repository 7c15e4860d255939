import type { OptionSource } from "@/components/picker/option-source";
import { lazyClient } from "@/lib/api/client";
import { PER_SEARCH } from "./chunks";

export const callGateways = lazyClient(
  async () => (await import("@/lib/gateway/contract")).gatewayContract,
);

export const gatewayKeys = {
  all: ["gateways"] as const,
  pages: ["gateways", "page"] as const,
  detail: (id: string) => [...gatewayKeys.all, "detail", id] as const,
};

/** Gateways to choose from, found as in their list; two networks may each have one of the same name. */
export const gatewayOptions: OptionSource = {
  key: gatewayKeys.all,
  noun: "gateways",
  search: async (text, signal) => {
    const query = { page: "1", per_page: String(PER_SEARCH), q: text } as const;
    const page = await callGateways("page", { query, signal });
    return {
      options: page.data.map(({ id, gw_name: name, network }) => ({
        value: id,
        label: name,
        detail: network,
      })),
      isMore: page.total > page.data.length,
    };
  },
};

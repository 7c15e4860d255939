"use client";

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { OptionSource } from "@/components/picker/option-source";
import { userKeys } from "@/components/user/queries";
import { lazyClient } from "@/lib/api/client";

const callAttachments = lazyClient(
  async () => (await import("./attachment-contract")).attachmentContract,
);
const callGateways = lazyClient(
  async () => (await import("@/lib/gateway/contract")).gatewayContract,
);

const PER_SEARCH = 10;
const gatewayKey = ["gateways"] as const;

/** Gateways to choose from; two networks may each have one of the same name. */
export const gatewayOptions: OptionSource = {
  key: gatewayKey,
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

interface Attachment {
  username: string;
  gatewayId: string;
}

/** How many client configs somebody has on a gateway. */
export function configCountQuery({ username, gatewayId }: Attachment) {
  return queryOptions({
    queryKey: ["client-configs", "count", username, gatewayId] as const,
    queryFn: async ({ signal }) => {
      const query = { owner: [username], gateway: [gatewayId], page: "1", per_page: "1" };
      return (await callAttachments("configs", { query, signal })).total;
    },
    // What others do meanwhile counts: it is asked anew each time.
    gcTime: 0,
  });
}

export function useAttach() {
  return useAttachmentChange("attach");
}

/** Their client configs on the gateway go along. */
export function useDetach() {
  return useAttachmentChange("detach");
}

function useAttachmentChange(verb: "attach" | "detach") {
  const client = useQueryClient();
  return useMutation({
    meta: { isShownByForm: true },
    mutationFn: ({ username, gatewayId }: Attachment) =>
      callAttachments(verb, { params: { username, remote_access_gateway_id: gatewayId } }),
    onSettled: () =>
      Promise.all(
        [userKeys.all, gatewayKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

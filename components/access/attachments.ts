"use client";

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { callConfigs } from "@/components/client-config/calls";
import { configKeys } from "@/components/client-config/queries";
import { callGateways, gatewayKeys } from "@/components/lookup/gateways";
import { userKeys } from "@/components/user/queries";

interface Attachment {
  username: string;
  gatewayId: string;
}

/** How many client configs somebody has on a gateway. */
export function configCountQuery({ username, gatewayId }: Attachment) {
  return queryOptions({
    queryKey: [...configKeys.all, "count", username, gatewayId] as const,
    queryFn: async ({ signal }) => {
      const query = { owner: [username], gateway: [gatewayId], page: "1", per_page: "1" };
      return (await callConfigs("page", { query, signal })).total;
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
      callGateways(verb, { params: { username, remote_access_gateway_id: gatewayId } }),
    onSettled: () =>
      Promise.all(
        [userKeys.all, gatewayKeys.all, configKeys.all].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

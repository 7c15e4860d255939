"use client";

import { hashKey, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { callGateways, gatewayKeys } from "@/components/lookup/gateways";
import { networkKeys } from "@/components/lookup/networks";
import { roleKeys } from "@/components/lookup/roles";
import { userKeys } from "@/components/user/queries";
import type { Gateway, GatewayUpdate } from "@/lib/gateway/schema";

/** Forms and dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

export type NewGateway = Omit<Gateway, "id">;

export function useCreateGateway() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (body: NewGateway) => callGateways("create", { body }),
    onSuccess: () => refreshGateways(client),
  });
}

interface GatewayChange {
  id: string;
  /** Only the keys that change. */
  change: GatewayUpdate;
  /** The version that was edited. */
  ifMatch: string;
}

export function useUpdateGateway() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ id, change, ifMatch }: GatewayChange) =>
      callGateways("update", { params: { id }, body: change, ifMatch }),
    onSuccess: () => refreshGateways(client),
    // A refusal because of somebody else's change means that what is shown is old.
    onError: () => void refreshGateways(client),
  });
}

/** Roles that name it name it no more, and whoever was attached to it is so no more. */
export function useDeleteGateway() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) => callGateways("remove", { params: { id } }),
    onSuccess: async (_answer, id) => {
      const gone = hashKey(gatewayKeys.detail(id));
      // Asking again for what is gone would put an error on the page that is about to be left.
      const isLeft = (queryHash: string) => queryHash === gone || queryHash.includes(`"${id}"`);
      await client.invalidateQueries({
        queryKey: gatewayKeys.all,
        predicate: ({ queryHash }) => !isLeft(queryHash),
      });
      await Promise.all(
        [networkKeys.all, roleKeys.all, userKeys.all].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}

async function refreshGateways(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: gatewayKeys.all }),
    client.invalidateQueries({ queryKey: networkKeys.all }),
  ]);
}

interface PeopleChange {
  gatewayId: string;
  usernames: readonly string[];
}

export function useAttachPeople() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ gatewayId, usernames }: PeopleChange) =>
      callGateways("attachMany", {
        params: { id: gatewayId },
        query: {},
        body: { ids: [...usernames] },
      }),
    onSettled: () => refreshPeople(client),
  });
}

/** Their client configs on the gateway go along. */
export function useDetachPeople() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ gatewayId, usernames }: PeopleChange) =>
      callGateways("detachMany", {
        params: { id: gatewayId },
        query: {},
        body: { ids: [...usernames] },
      }),
    onSettled: () => refreshPeople(client),
  });
}

/** Who is attached is part of the users too. */
async function refreshPeople(client: QueryClient): Promise<void> {
  await Promise.all([
    refreshGateways(client),
    client.invalidateQueries({ queryKey: userKeys.all }),
  ]);
}

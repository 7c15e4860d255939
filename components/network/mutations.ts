"use client";

import { hashKey, useMutation, useQueryClient, type Query } from "@tanstack/react-query";
import { callNetworks, networkKeys } from "@/components/lookup/networks";
import type { Network } from "@/lib/network/schema";

/** Forms and dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/** Roles and groups are made with it. */
export function useCreateNetwork() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (body: Network) => callNetworks("create", { body }),
    onSuccess: () => client.invalidateQueries(),
  });
}

interface NetworkChange {
  netid: string;
  /** Only the keys that change. */
  change: Partial<Omit<Network, "netid">>;
  /** The version that was edited. */
  ifMatch: string;
}

export function useUpdateNetwork() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ netid, change, ifMatch }: NetworkChange) =>
      callNetworks("update", { params: { netid }, body: change, ifMatch }),
    onSuccess: () => client.invalidateQueries({ queryKey: networkKeys.all }),
    // A refusal because of somebody else's change means that what is shown is old.
    onError: () => void client.invalidateQueries({ queryKey: networkKeys.all }),
  });
}

/** Its roles, its groups and all that is granted on it go along. */
export function useDeleteNetwork() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (netid: string) => callNetworks("remove", { params: { netid } }),
    onSuccess: async (_answer, netid) => {
      const isAbout = ({ queryHash }: Query) => queryHash.includes(hashKey([netid]).slice(1, -1));
      // Asking again for what is gone would put errors on the page that is about to be left.
      await client.invalidateQueries({ predicate: isAbout, refetchType: "none" });
      await client.invalidateQueries({ predicate: (query) => !isAbout(query) });
    },
  });
}

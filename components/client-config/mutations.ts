"use client";

import { hashKey, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { gatewayKeys } from "@/components/lookup/gateways";
import { networkKeys } from "@/components/lookup/networks";
import type { ClientConfig, ClientConfigUpdate } from "@/lib/client-config/schema";
import { callBulk, type ConfigBulk } from "./bulk";
import { callConfigs } from "./calls";
import { configKeys } from "./queries";

/** Forms and dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

type NewConfig = Pick<ClientConfig, "network" | "ingressgatewayid" | "ownerid" | "publickey"> &
  Partial<Pick<ClientConfig, "address" | "address6" | "device_name">>;

export function useCreateConfig() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (body: NewConfig) => callConfigs("create", { body }),
    onSuccess: () => refreshAll(client),
  });
}

interface ConfigChange {
  id: string;
  /** Only the keys that change. */
  change: ClientConfigUpdate;
  /** The version that was edited; without it the change is made whatever came between. */
  ifMatch?: string;
}

/** @param isShownInPlace a dialog shows what went wrong; without it a toast does */
export function useUpdateConfig({ isShownInPlace }: { isShownInPlace: boolean }) {
  const client = useQueryClient();
  return useMutation({
    meta: isShownInPlace ? shownInPlace : {},
    mutationFn: ({ id, change, ifMatch }: ConfigChange) =>
      callConfigs("update", {
        params: { id },
        body: change,
        ...(ifMatch !== undefined && { ifMatch }),
      }),
    onSuccess: () => refreshConfigs(client),
    // A refusal because of somebody else's change means that what is shown is old.
    onError: () => void refreshConfigs(client),
  });
}

export function useDeleteConfig() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) => callConfigs("remove", { params: { id } }),
    onSuccess: (_answer, id) => {
      const gone = [configKeys.detail(id), configKeys.file(id)].map((key) => hashKey(key));
      // Asking again for what is gone would put an error on the page that is about to be left.
      return refreshAll(client, (hash) => !gone.includes(hash));
    },
  });
}

export function useBulkConfigs() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (bulk: ConfigBulk) => callBulk(bulk, { isDryRun: false }),
    onSettled: () => refreshAll(client),
  });
}

function refreshConfigs(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: configKeys.all });
}

/** Gateways and networks count theirs. */
async function refreshAll(
  client: QueryClient,
  isThere: (hash: string) => boolean = () => true,
): Promise<void> {
  const keys = [configKeys.all, gatewayKeys.all, networkKeys.all];
  await Promise.all(
    keys.map((queryKey) =>
      client.invalidateQueries({ queryKey, predicate: ({ queryHash }) => isThere(queryHash) }),
    ),
  );
}

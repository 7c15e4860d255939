"use client";

import { useState } from "react";
import {
  useMutation,
  useQueryClient,
  type QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { createOptimisticChange } from "@/components/base/optimistic";
import { userKeys } from "@/components/user/queries";
import type { ClientConfigPage } from "@/lib/client-config/schema";
import { addDevice, type AddedDevice, type NewDevice } from "./add-device";
import { callConfigs, deviceKeys } from "./queries";

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/**
 * Adds a device and hands it to `onAdded`, once: it is no result of the mutation, because the cache keeps those, and
 * it holds the private key.
 */
export function useAddDevice(onAdded: (added: AddedDevice) => void) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async (device: NewDevice) => {
      onAdded(await addDevice(device));
    },
    onError: () => client.invalidateQueries({ queryKey: userKeys.all }),
    onSettled: () => void refreshDevices(client),
  });
}

export function useDeleteDevice() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) => callConfigs("remove", { params: { id } }),
    onSettled: () => refreshDevices(client),
  });
}

interface Switched {
  id: string;
  enabled: boolean;
}

/** Switches devices of one page of the list on and off, at once. */
export function useSwitchDevice(pageKey: QueryKey): (change: Switched) => void {
  const client = useQueryClient();
  const [change] = useState(() =>
    createOptimisticChange<ClientConfigPage, Switched>(client, {
      queryKey: pageKey,
      patch: withSwitched,
      save: (changes) => Promise.all(lastOfEach(changes).map(saveSwitched)),
      failure: "The device was not switched",
    }),
  );
  return change;
}

function withSwitched(page: ClientConfigPage, { id, enabled }: Switched): ClientConfigPage {
  return {
    ...page,
    data: page.data.map((config) => (config.clientid === id ? { ...config, enabled } : config)),
  };
}

function lastOfEach(changes: readonly Switched[]): Switched[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

function saveSwitched({ id, enabled }: Switched) {
  return callConfigs("update", { params: { id }, body: { enabled } });
}

function refreshDevices(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: deviceKeys.all });
}

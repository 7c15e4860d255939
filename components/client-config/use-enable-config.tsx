"use client";

import { useCallback } from "react";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { ClientConfig } from "@/lib/client-config/schema";
import { nameOf } from "./config-words";
import { useUpdateConfig } from "./mutations";

type Enabled = Pick<ClientConfig, "clientid" | "device_name">;

/** Enables a client config at once: nothing is lost by it, so nobody is asked. */
export function useEnableConfig(): { run: (config: Enabled) => void; isPending: boolean } {
  const { mutate, isPending } = useUpdateConfig({ isShownInPlace: false });
  const run = useCallback(
    (config: Enabled) => {
      mutate(
        { id: config.clientid, change: { enabled: true } },
        {
          onSuccess: () => {
            toast.success(
              <>
                <Name>{nameOf(config)}</Name> is on
              </>,
            );
          },
        },
      );
    },
    [mutate],
  );
  return { run, isPending };
}

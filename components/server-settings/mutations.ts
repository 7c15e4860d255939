"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { auditKeys } from "@/components/audit/queries";
import type { ServerSettingsUpdate } from "@/lib/server-settings/schema";
import { callServerSettings } from "./calls";
import { serverSettingsKeys } from "./queries";

interface SettingsChange {
  /** Only the keys that change. */
  change: ServerSettingsUpdate;
  /** The version that was edited. */
  ifMatch: string;
}

export function useUpdateServerSettings() {
  const client = useQueryClient();
  return useMutation({
    meta: { isShownByForm: true },
    mutationFn: ({ change, ifMatch }: SettingsChange) =>
      callServerSettings("update", { body: change, ifMatch }),
    onSuccess: (saved) => {
      client.setQueryData(serverSettingsKeys.all, saved);
    },
    // Also after a refusal: somebody else's change means that what is shown is old.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: serverSettingsKeys.all });
      void client.invalidateQueries({ queryKey: auditKeys.all });
    },
  });
}

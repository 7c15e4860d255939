"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
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
  const router = useRouter();
  return useMutation({
    meta: { isShownByForm: true },
    mutationFn: ({ change, ifMatch }: SettingsChange) =>
      callServerSettings("update", { body: change, ifMatch }),
    onSuccess: (saved) => {
      client.setQueryData(serverSettingsKeys.all, saved);
      // What the server has put into pages already, such as the shortest password, comes anew.
      router.refresh();
    },
    // Also after a refusal: somebody else's change means that what is shown is old.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: serverSettingsKeys.all });
      void client.invalidateQueries({ queryKey: auditKeys.all });
    },
  });
}

import { queryOptions } from "@tanstack/react-query";
import type { AuditListInput } from "@/components/audit/list-params";
import type { ServerSettingsUpdate } from "@/lib/server-settings/schema";
import { callServerSettings } from "./calls";

export const serverSettingsKeys = { all: ["server-settings"] } as const;

export function serverSettingsQuery() {
  return queryOptions({
    queryKey: serverSettingsKeys.all,
    queryFn: ({ signal }) => callServerSettings("get", { signal }),
  });
}

/** The newest changes in the audit log: who changed what last. */
export const settingsHistory: AuditListInput = { target_type: "server-settings", per_page: "100" };

/** What a change would do, asked of the server each time. Below no other key: it stays while it is saved. */
export function settingsPreviewQuery(change: ServerSettingsUpdate) {
  return queryOptions({
    queryKey: ["server-settings-preview", change] as const,
    queryFn: ({ signal }) => callServerSettings("preview", { body: change, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

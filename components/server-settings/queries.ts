import { queryOptions } from "@tanstack/react-query";
import type { AuditListInput } from "@/components/audit/list-params";
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

import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { ClientConfig } from "./schema";

export const clientConfigAudit = defineAudit({
  targetType: "client-config",
  verbs: ["client-config.create", "client-config.update", "client-config.delete"],
  keys: [
    "publickey",
    "network",
    "dns",
    "address",
    "address6",
    "ingressgatewayid",
    "enabled",
    "ownerid",
    "remote_access_client_id",
    "device_id",
    "device_name",
    "os",
  ],
});

/** What of a client config stands in the audit log. */
export function snapshotOf({
  clientid: _clientid,
  ingressgatewayendpoint: _endpoint,
  lastmodified: _lastmodified,
  ...rest
}: ClientConfig): SnapshotOf<typeof clientConfigAudit> {
  return rest;
}

/** How a client config stands in an audit entry. */
export function targetOf({ clientid }: ClientConfig) {
  return { target: clientid, targetName: clientid };
}

import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { Gateway } from "./schema";

export const gatewayAudit = defineAudit({
  targetType: "gateway",
  verbs: ["gateway.create", "gateway.update", "gateway.delete"],
  keys: [
    "gw_name",
    "network",
    "is_internet_gateway",
    "gw_peer_public_key",
    "gw_listen_port",
    "metadata",
    "allowed_endpoints",
    "addresses",
    "dns_address",
    "manage_dns",
    "match_domains",
    "search_domains",
    "nameservers",
    "status",
    // How many roles named it, and how many of each went with it.
    "roles",
    "attachments",
    "client_configs",
  ],
});

/** What of a gateway stands in the audit log. */
export function snapshotOf({ id: _id, ...rest }: Gateway): SnapshotOf<typeof gatewayAudit> {
  return rest;
}

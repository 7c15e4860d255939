import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { Network } from "./schema";

export const networkAudit = defineAudit({
  targetType: "network",
  verbs: ["network.create", "network.update", "network.delete"],
  keys: [
    "netid",
    "addressrange",
    "addressrange6",
    // How many of each went with it.
    "memberships",
    "roles",
    "gateways",
    "attachments",
    "client_configs",
  ],
});

/** What of a network stands in the audit log. */
export function snapshotOf({
  netid,
  addressrange,
  addressrange6,
}: Network): SnapshotOf<typeof networkAudit> {
  return { netid, addressrange, addressrange6 };
}

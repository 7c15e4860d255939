import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { UserRole } from "./schema";

export const roleAudit = defineAudit({
  targetType: "role",
  verbs: ["role.create", "role.update", "role.delete"],
  keys: [
    "id",
    "name",
    "meta_data",
    "network_id",
    "full_access",
    "deny_dashboard_access",
    "network_level_access",
    // How many of people's client configs went along.
    "client_configs",
  ],
});

/** What of a role stands in the audit log. */
export function snapshotOf(role: UserRole): SnapshotOf<typeof roleAudit> {
  const { id, name, meta_data, network_id, full_access, deny_dashboard_access } = role;
  return {
    id,
    name,
    meta_data,
    network_id,
    full_access,
    deny_dashboard_access,
    network_level_access: role.network_level_access,
  };
}

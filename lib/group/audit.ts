import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { UserGroup } from "./schema";

export const groupAudit = defineAudit({
  targetType: "group",
  verbs: ["group.create", "group.update", "group.delete"],
  keys: [
    "id",
    "name",
    "external_identity_provider_id",
    "network_roles",
    "color_code",
    "meta_data",
    // How many people came in, went, or were in it when it was deleted.
    "added",
    "removed",
    "memberships",
    // How many of people's client configs went along.
    "client_configs",
  ],
});

/** What of a group stands in the audit log. */
export function snapshotOf(group: UserGroup): SnapshotOf<typeof groupAudit> {
  const { id, name, external_identity_provider_id, color_code, meta_data } = group;
  const grants = Object.entries(group.network_roles).map(
    ([network, roles]) => [network, Object.keys(roles)] as const,
  );
  return {
    id,
    name,
    external_identity_provider_id,
    network_roles: Object.fromEntries(grants),
    color_code,
    meta_data,
  };
}

/** How many people a change brings in and takes away. */
export function countsOf({ added, removed }: Record<"added" | "removed", readonly unknown[]>) {
  return {
    ...(added.length > 0 && { added: added.length }),
    ...(removed.length > 0 && { removed: removed.length }),
  };
}

export function targetOf({ id, name }: Pick<UserGroup, "id" | "name">) {
  return { target: id, targetName: name };
}

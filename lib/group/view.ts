/** How a group looks to whom. */
import { administers, can, type Actor } from "@/lib/permissions";
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { UserGroup } from "./schema";

/** The whole group for whoever may read all; for network admins what it grants in their networks. */
export function groupSeenBy(actor: Actor, group: UserGroup): UserGroup {
  if (can(actor, "groups:read")) return group;
  const grants = Object.entries(group.network_roles).filter(
    ([network]) => network === ALL_NETWORKS || administers(actor, network),
  );
  return {
    ...group,
    network_roles: Object.fromEntries(grants),
    external_identity_provider_id: "",
    created_by: "",
  };
}

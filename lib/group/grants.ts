/** What a group grants, one by one. */
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { UserGroup } from "./schema";

export function grantsOf(networkRoles: UserGroup["network_roles"]) {
  return Object.entries(networkRoles).flatMap(([network, roles]) =>
    Object.keys(roles).map((roleId) => ({
      networkId: network === ALL_NETWORKS ? null : network,
      roleId,
    })),
  );
}

/** What a role gives, as part of a change of what people reach. */
import type { ReachChange } from "@/lib/reach/change";
import { gatewayRightOf, gatewaysGiven } from "./gateway-right";
import type { UserRole } from "./schema";

/** @param role as it would be */
export function reachOfRole({
  id,
  full_access,
  network_level_access: access,
}: UserRole): ReachChange {
  const right = gatewayRightOf({ fullAccess: full_access, access });
  return { rights: { roleId: id, right, gatewayIds: gatewaysGiven(access) } };
}

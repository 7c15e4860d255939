import type { UserRole } from "./schema";
import { allOf } from "./values";

const TYPE = "remote_access_gw";

/** From the strongest to the weakest: what a role gives to the gateways of its network. */
export const gatewayRights = ["full_access", "all_gateways", "gateway", "reach"] as const;
export type GatewayRight = (typeof gatewayRights)[number];

/** The strongest right; `reach` where it gives no gateway. */
export function gatewayRightOf({
  fullAccess,
  access,
}: {
  fullAccess: boolean;
  access: UserRole["network_level_access"];
}): GatewayRight {
  if (fullAccess) return "full_access";
  if (access[TYPE]?.[allOf(TYPE)]?.vpn_access === true) return "all_gateways";
  return gatewaysGiven(access).length > 0 ? "gateway" : "reach";
}

/** The ids of the single gateways that an access map gives. */
export function gatewaysGiven(access: UserRole["network_level_access"]): string[] {
  return Object.entries(access[TYPE] ?? {})
    .filter(([id, { vpn_access: isGiven }]) => isGiven && id !== allOf(TYPE))
    .map(([id]) => id);
}

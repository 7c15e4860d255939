import { gatewayRightOf, type GatewayRight } from "@/lib/role/gateway-right";
import type { UserRole } from "@/lib/role/schema";

export const gatewayRightWords: Record<GatewayRight, string> = {
  full_access: "Full access",
  all_gateways: "All gateways",
  gateway: "Single gateways",
  reach: "Network only",
};

/** The strongest thing that a role gives. */
export function rightWords({ full_access: fullAccess, network_level_access: access }: UserRole) {
  return gatewayRightWords[gatewayRightOf({ fullAccess, access })];
}

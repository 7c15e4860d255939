import type { UserRole } from "./schema";

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
  const { all_remote_access_gw: all, ...single } = access["remote_access_gw"] ?? {};
  if (all?.vpn_access === true) return "all_gateways";
  return Object.values(single).some(({ vpn_access: has }) => has) ? "gateway" : "reach";
}

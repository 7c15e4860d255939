/** Why somebody reaches a network or has a gateway, in words. */
import { networkName } from "@/components/lookup/networks";
import { isolated } from "@/lib/format";
import { gatewayRights, type GatewayRight } from "@/lib/role/gateway-right";
import type { Reason } from "@/lib/reach/reasons";
import { ALL_NETWORKS } from "@/lib/reach/values";

/** @example "because member of “Field team”, which grants “Warehouse users” on warehouse" */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case "admin":
      return "because administrators have every gateway";
    case "attachment":
      return "because attached to the gateway directly";
    case "group":
      return `because member of “${isolated(reason.group_name)}”, which grants “${isolated(reason.role_name)}” on ${placeWords(reason)}`;
  }
}

/** The groups that give it, by name. */
export function groupsIn(reasons: readonly Reason[]): string[] {
  const names = reasons.filter(({ kind }) => kind === "group").map(({ group_name: name }) => name);
  return [...new Set(names)];
}

/** The roles that give it, by name. */
export function rolesIn(reasons: readonly Reason[]): string[] {
  const names = reasons.filter(({ kind }) => kind === "group").map(({ role_name: name }) => name);
  return [...new Set(names)];
}

/** What somebody may do on a network, by the strongest of all reasons. */
export function allowedWords(reasons: readonly Reason[]): string {
  const given = new Set(reasons.map(({ right }) => right));
  return allowed[gatewayRights.find((right) => given.has(right)) ?? "reach"];
}

const allowed: Record<GatewayRight, string> = {
  full_access: "Full access: everything on the network",
  all_gateways: "May connect through all gateways",
  gateway: "May connect through single gateways",
  reach: "Reaches the network only, and no gateway",
};

function placeWords({ network_id: network }: Reason): string {
  return network === ALL_NETWORKS ? "all networks" : networkName(network);
}

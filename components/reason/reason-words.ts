/** Why somebody reaches a network or has a gateway, in words. */
import { networkName } from "@/components/lookup/networks";
import { isolated } from "@/lib/format";
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

function placeWords({ network_id: network }: Reason): string {
  return network === ALL_NETWORKS ? "all networks" : networkName(network);
}

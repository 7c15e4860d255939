/** What a group grants, between the wire and the rows. */
import "server-only";
import type { Tx } from "@/lib/context";
import type { FieldError } from "@/lib/errors";
import { lockNetworks } from "@/lib/network/effects";
import { noSuch } from "@/lib/no-such";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { lockRoles, type GrantableRole } from "@/lib/role/effects";

/** The networks and roles of these grants that exist, and stay until this transaction ends. */
export async function lockGranted(tx: Tx, grants: Record<string, string[]>) {
  const networkIds = Object.keys(grants).filter((id) => id !== ALL_NETWORKS);
  const networks = await lockNetworks(tx, networkIds);
  const roles = await lockRoles(tx, [...new Set(Object.values(grants).flat())]);
  return { networkIds, networks, roles };
}

/**
 * Every network and role of these grants that does not exist or does not fit; the others stay until this
 * transaction ends.
 * @param prefix what stands before the key in the body
 */
export async function badGrants(
  tx: Tx,
  grants: Record<string, string[]>,
  prefix: string,
): Promise<FieldError[]> {
  const { networkIds, networks, roles } = await lockGranted(tx, grants);
  const path = `${prefix}network_roles`;
  const errors = networkIds
    .filter((id) => !networks.has(id))
    .map((id) => ({ path: `${path}.${id}`, message: noSuch("network", id) }));
  if (ALL_NETWORKS in grants && networkIds.length > 0) {
    errors.push({
      path: `${path}.${ALL_NETWORKS}`,
      message: "A group grants either on all networks or on single ones.",
    });
  }
  for (const [network, ids] of Object.entries(grants)) {
    for (const id of ids) {
      const message = misfitOf(roles.get(id), network, id);
      if (message !== null) errors.push({ path: `${path}.${network}.${id}`, message });
    }
  }
  return errors;
}

/** Why a role cannot be granted on a network; null when it can. */
function misfitOf(role: GrantableRole | undefined, network: string, id: string): string | null {
  if (!role) return noSuch("role", id);
  if (role.isPlatform) return `"${id}" is a platform role, which no group grants.`;
  if (role.networkId === null || role.networkId === network) return null;
  return `"${role.name}" is a role of the network "${role.networkId}".`;
}

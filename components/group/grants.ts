/** What a group grants, as its page edits it: one role on one network each, always in the same order. */
import { formatCount } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { toIdSet } from "@/lib/wire";

export interface GroupGrant {
  network_id: string;
  role_id: string;
}

export function grantsOf({
  network_roles: grants,
}: Pick<UserGroup, "network_roles">): GroupGrant[] {
  const all = Object.entries(grants).flatMap(([network, roles]) =>
    Object.keys(roles).map((role) => ({ network_id: network, role_id: role })),
  );
  return inOrder(all);
}

export function networkRolesOf(grants: readonly GroupGrant[]): UserGroup["network_roles"] {
  return Object.fromEntries(byNetwork(grants).map(([network, roles]) => [network, toIdSet(roles)]));
}

/** The networks, those that stand for all first, each with the roles on it. */
export function byNetwork(grants: readonly GroupGrant[]): [string, string[]][] {
  const roles = new Map<string, string[]>();
  for (const { network_id: network, role_id: role } of inOrder(grants)) {
    roles.set(network, [...(roles.get(network) ?? []), role]);
  }
  return [...roles];
}

/** With another grant; one that is there already changes nothing. */
export function withGrant(grants: readonly GroupGrant[], grant: GroupGrant): GroupGrant[] {
  return inOrder([...withoutGrant(grants, grant), grant]);
}

export function withoutGrant(grants: readonly GroupGrant[], gone: GroupGrant): GroupGrant[] {
  return grants.filter(
    ({ network_id: network, role_id: role }) =>
      network !== gone.network_id || role !== gone.role_id,
  );
}

/** The grants that stand in the one and not in the other. */
export function movedGrants(before: readonly GroupGrant[], after: readonly GroupGrant[]) {
  return { added: missingIn(before, after), removed: missingIn(after, before) };
}

function missingIn(some: readonly GroupGrant[], all: readonly GroupGrant[]): GroupGrant[] {
  return all.filter((grant) => withoutGrant(some, grant).length === some.length);
}

/** Why a network cannot stand beside those that are granted already; null where it can. */
export function clashOf(grants: readonly GroupGrant[], network: string): string | null {
  const others = new Set(grants.map(({ network_id: id }) => id));
  others.delete(network);
  if (network === ALL_NETWORKS && others.size > 0) {
    return `Remove the ${formatCount(others.size, "single network")} first: a group has all networks or single ones.`;
  }
  if (others.has(ALL_NETWORKS)) {
    return "This group has all networks already. Remove them before adding single ones.";
  }
  return null;
}

function inOrder(grants: readonly GroupGrant[]): GroupGrant[] {
  return [...grants].sort(
    (a, b) => networkOrder(a, b) || (a.role_id < b.role_id ? -1 : Number(a.role_id > b.role_id)),
  );
}

function networkOrder({ network_id: a }: GroupGrant, { network_id: b }: GroupGrant): number {
  if (a === b) return 0;
  if (a === ALL_NETWORKS || b === ALL_NETWORKS) return a === ALL_NETWORKS ? -1 : 1;
  return a < b ? -1 : 1;
}

/** The ways from a person to networks and gateways, as columns of things and the lines between them. */
import type { Access } from "@/lib/access/schema";
import { bunchesOf, grantsKey, nodesOf, reasonsKey, thingsOf } from "./picture-folds";
import {
  EVERYWHERE,
  gatewayCount,
  gatewayNode,
  groupNode,
  isAttachedTo,
  networkNode,
  PERSON,
  roleNode,
  type AccessGroup,
  type AccessNetwork,
  type Fold,
  type Line,
  type Picture,
  type PictureState,
  type Thing,
} from "./picture-things";
import { bundleOf, waysOfAttachments, waysOfGroup } from "./picture-ways";

export function pictureOf(access: Access, state: PictureState): Picture {
  const groups = bunchesOf(access.groups, { kind: "groups", keyOf: grantsKey }, state.opened);
  const networks = bunchesOf(
    access.networks,
    { kind: "networks", keyOf: reasonsKey },
    state.opened,
  );
  const ways = [
    ...groups
      .flatMap(nodesOf)
      .flatMap((node) => waysOfGroup(node, networks.flatMap(nodesOf), state)),
    ...access.networks.filter(isAttachedTo).flatMap((network) => waysOfAttachments(network, state)),
  ];
  const lines = [...new Map(ways.flat().map((line) => [line.id, line])).values()];
  const inGroups = groups.flatMap((bunch) => thingsOf(bunch, groupThing));
  const inRoles = byNeighbours(
    rolesOf(access).map((role) => [role]),
    inGroups,
    lines,
  );
  const inNetworks = byNeighbours(
    networks.map((bunch) => thingsOf(bunch, networkThing)),
    inRoles,
    lines,
  );
  const everywhere = lines.some(({ to }) => to === EVERYWHERE)
    ? [{ kind: "everywhere", id: EVERYWHERE } as const]
    : [];
  const person = {
    kind: "person",
    id: PERSON,
    username: access.username,
    name: state.name,
    isDisabled: access.account_disabled,
  } as const;
  return {
    columns: [
      { name: "person", count: 1, things: [person] },
      { name: "groups", count: access.groups.length, things: inGroups },
      { name: "roles", count: inRoles.length, things: inRoles },
      {
        name: "networks",
        count: access.networks.length,
        things: [...everywhere, ...inNetworks],
      },
      {
        name: "gateways",
        count: gatewayCount(access.networks),
        things: inNetworks.flatMap((thing) => gatewayThings(thing, state)),
      },
    ],
    lines,
    ways,
  };
}

/** What is on a way through one thing; through what is open, through one of those that it holds. */
export function waysThrough(
  { columns, ways }: Picture,
  id: string,
): { things: Set<string>; lines: Set<string> } {
  const thing = columns.flatMap(({ things }) => things).find((one) => one.id === id);
  const through = new Set([id, ...(thing ? heldBy(thing) : [])]);
  const found = ways.filter((way) =>
    way.some(({ from, to }) => through.has(from) || through.has(to)),
  );
  const lines = found.flat();
  return {
    things: new Set([id, ...lines.flatMap(({ from, to }) => [from, to])]),
    lines: new Set(lines.map((line) => line.id)),
  };
}

function heldBy(thing: Thing): string[] {
  if (thing.kind === "groups" && thing.isOpen) return thing.members.map(groupNode);
  if (thing.kind === "networks" && thing.isOpen) return thing.members.map(networkNode);
  return [];
}

const groupThing = {
  ofFold: (fold: Fold<AccessGroup>): Thing => ({ kind: "groups", ...fold }),
  ofOne: (group: AccessGroup): Thing => ({ kind: "group", id: groupNode(group), group }),
};

const networkThing = {
  ofFold: (fold: Fold<AccessNetwork>): Thing => ({ kind: "networks", ...fold }),
  ofOne: (network: AccessNetwork): Thing => ({
    kind: "network",
    id: networkNode(network),
    network,
  }),
};

function rolesOf({ groups }: Access): Thing[] {
  const grants = groups.flatMap((group) => group.grants);
  const roles = grants.map((grant): [string, Thing] => [
    grant.role_id,
    {
      kind: "role",
      id: roleNode(grant),
      roleId: grant.role_id,
      name: grant.role_name,
      right: grant.right,
    },
  ]);
  return [...new Map(roles).values()];
}

function gatewayThings(thing: Thing, state: PictureState): Thing[] {
  const members = networksOf(thing);
  const { shown, ...bundle } = bundleOf({ id: thing.id, members }, state);
  if (bundle.count === 0) return [];
  return [
    { kind: "gateways", ...bundle },
    ...shown.map((gateway): Thing => ({ kind: "gateway", id: gatewayNode(gateway), gateway })),
  ];
}

/** Those whose gateways are counted beside a thing of the networks' column. */
function networksOf(thing: Thing): readonly AccessNetwork[] {
  if (thing.kind === "network") return [thing.network];
  return thing.kind === "networks" ? thing.members.slice(thing.members.length - thing.rest) : [];
}

/** Bunches in the order of what leads to them, so that few lines cross; what is in a bunch stays together. */
function byNeighbours(
  bunches: readonly Thing[][],
  before: readonly Thing[],
  lines: readonly Line[],
): Thing[] {
  const places = new Map(before.map(({ id }, index) => [id, index]));
  const rankOf = (things: readonly Thing[]) => {
    const ids = new Set(things.map(({ id }) => id));
    const found = lines.flatMap(({ from, to }) => (ids.has(to) ? (places.get(from) ?? []) : []));
    // Reached by no line of its own: below what is.
    if (found.length === 0) return before.length;
    return found.reduce((sum, place) => sum + place, 0) / found.length;
  };
  const ranked = bunches.map((things) => ({ things, rank: rankOf(things) }));
  return ranked.sort((a, b) => a.rank - b.rank).flatMap(({ things }) => things);
}

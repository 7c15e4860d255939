/** The ways from a person to what they reach, line by line. */
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { Node } from "./picture-folds";
import {
  EVERYWHERE,
  gatewayCount,
  gatewayNode,
  networkNode,
  PERSON,
  roleNode,
  type AccessGroup,
  type AccessNetwork,
  type Grant,
  type Line,
  type PictureState,
} from "./picture-things";

export function waysOfGroup(
  { id, first: { grants } }: Node<AccessGroup>,
  networks: readonly Node<AccessNetwork>[],
  state: PictureState,
): Line[][] {
  const joined = lineOf(PERSON, id);
  if (grants.length === 0) return [[joined]];
  return grants.flatMap((grant) => {
    const start = [joined, lineOf(id, roleNode(grant))];
    if (grant.network_id === ALL_NETWORKS) {
      const all = [...start, lineOf(roleNode(grant), EVERYWHERE)];
      if (networks.length === 0) return [all];
      return networks.flatMap((network) =>
        onwards([...all, lineOf(EVERYWHERE, network.id, "branch")], { network, grant, state }),
      );
    }
    const network = networks.find(({ members }) =>
      members.some(({ netid }) => netid === grant.network_id),
    );
    if (!network) return [start];
    return onwards([...start, lineOf(roleNode(grant), network.id)], { network, grant, state });
  });
}

/** A way that has come to a network, on to the gateways there that the grant gives. */
function onwards(
  way: Line[],
  { network, grant, state }: { network: Node<AccessNetwork>; grant: Grant; state: PictureState },
): Line[][] {
  const bundle = bundleOf(network, state);
  if (grant.right === "reach" || bundle.count === 0) return [way];
  const toBundle = [...way, lineOf(network.id, bundle.id)];
  if (!bundle.isOpen) return [toBundle];
  const given = bundle.shown.filter(({ reasons }) =>
    reasons.some(
      ({ role_id: role, network_id: on }) => role === grant.role_id && on === grant.network_id,
    ),
  );
  const ways = given.map((gateway) => [
    ...toBundle,
    lineOf(bundle.id, gatewayNode(gateway), "branch"),
  ]);
  if (bundle.rest > 0) ways.push(toBundle);
  return ways.length > 0 ? ways : [way];
}

export function waysOfAttachments(network: AccessNetwork, state: PictureState): Line[][] {
  const node = { id: networkNode(network), first: network, members: [network] };
  const bundle = bundleOf(node, state);
  if (bundle.count === 0) return [[lineOf(PERSON, node.id, "attachment")]];
  const back = lineOf(node.id, bundle.id);
  const attached = bundle.shown.filter(({ reasons }) =>
    reasons.some(({ kind }) => kind === "attachment"),
  );
  if (attached.length === 0) return [[lineOf(PERSON, bundle.id, "attachment"), back]];
  return attached.map((gateway) => [
    lineOf(PERSON, gatewayNode(gateway), "attachment"),
    lineOf(bundle.id, gatewayNode(gateway), "branch"),
    back,
  ]);
}

export function bundleOf(
  { id: of, members }: Pick<Node<AccessNetwork>, "id" | "members">,
  state: PictureState,
) {
  const [network = null] = members.length === 1 ? members : [];
  const id = `gateways ${of}`;
  const count = gatewayCount(members);
  const isOpen = network !== null && state.opened.has(id);
  const shown = isOpen ? (state.gateways.get(network.netid) ?? []) : [];
  return { id, of, network, count, isOpen, shown, rest: count - shown.length };
}

function lineOf(from: string, to: string, kind: Line["kind"] = "flow"): Line {
  return { id: `${from} → ${to}`, from, to, kind };
}

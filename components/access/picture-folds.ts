/** What would look the same, together: groups that grant the same, networks reached for the same reasons. */
import { ALL_NETWORKS } from "@/lib/reach/values";
import {
  groupNode,
  isAttachedTo,
  networkNode,
  type AccessGroup,
  type AccessNetwork,
  type Fold,
  type Thing,
} from "./picture-things";

/** Several that would look the same stand for one, from so many on. */
export const FOLD_FROM = 4;
/** So many of them are shown when they are opened. */
export const OPENED_MOST = 100;

/** One thing, or a fold with what it shows. */
export interface Bunch<T> {
  fold: Fold<T> | null;
  shown: readonly T[];
}

export function bunchesOf<T extends AccessGroup | AccessNetwork>(
  all: readonly T[],
  { kind, keyOf }: { kind: "groups" | "networks"; keyOf: (one: T) => string },
  opened: ReadonlySet<string>,
): Bunch<T>[] {
  const alike = new Map<string, T[]>();
  for (const one of all) alike.set(keyOf(one), [...(alike.get(keyOf(one)) ?? []), one]);
  return [...alike.values()].flatMap((members): Bunch<T>[] => {
    const [first] = members;
    if (first === undefined || members.length < FOLD_FROM) {
      return members.map((one) => ({ fold: null, shown: [one] }));
    }
    const id = `${kind} ${"netid" in first ? first.netid : first.id}`;
    const isOpen = opened.has(id);
    const shown = isOpen ? members.slice(0, OPENED_MOST) : [];
    return [{ fold: { id, members, isOpen, rest: members.length - shown.length }, shown }];
  });
}

/** Where lines of these begin and end: each with what it stands for. */
export interface Node<T> {
  id: string;
  first: T;
  members: readonly T[];
}

export function nodesOf<T extends AccessGroup | AccessNetwork>({
  fold,
  shown,
}: Bunch<T>): Node<T>[] {
  const single = shown.map((one) => ({
    id: "netid" in one ? networkNode(one) : groupNode(one),
    first: one,
    members: [one],
  }));
  const members = fold?.members.slice(shown.length) ?? [];
  const [first] = members;
  return fold && first ? [{ id: fold.id, first, members }, ...single] : single;
}

export function thingsOf<T>(
  { fold, shown }: Bunch<T>,
  { ofFold, ofOne }: { ofFold: (fold: Fold<T>) => Thing; ofOne: (one: T) => Thing },
): Thing[] {
  return [...(fold ? [ofFold(fold)] : []), ...shown.map(ofOne)];
}

export function grantsKey({ grants }: AccessGroup): string {
  const keys = grants.map(({ network_id: network, role_id: role }) => `${network} ${role}`);
  return keys.sort().join("\n");
}

/** An attachment is a way of its own. */
export function reasonsKey(network: AccessNetwork): string {
  if (isAttachedTo(network)) return network.netid;
  const isAny = network.gateways > 0 ? "with" : "without";
  const keys = network.reasons.map(
    (reason) =>
      `${reason.group_id} ${reason.role_id} ${String(reason.network_id === ALL_NETWORKS)}`,
  );
  return [isAny, ...keys.sort()].join("\n");
}

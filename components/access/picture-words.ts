/** What the things of the picture of access are called, and why they are there. */
import { networkName } from "@/components/lookup/networks";
import { reasonWords } from "@/components/reason/reason-words";
import type { Access } from "@/lib/access/schema";
import { formatCount, formatList, formatNumber, isolated } from "@/lib/format";
import type { Reason } from "@/lib/reach/reasons";
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { AccessGroup, ColumnName, Thing } from "./picture-things";

export const PICTURE_TITLE = "How access comes about";

/** Instead of a picture with a line for each. */
export function byRoleWords({ networks }: Access): string {
  const count = formatCount(networks.length, "network");
  return `Administrators have every gateway of every network, by their role: ${count} now, and those made later.`;
}

export const columnTitles: Record<ColumnName, string> = {
  person: "Person",
  groups: "Groups",
  roles: "Roles",
  networks: "Networks",
  gateways: "Gateways",
};

export const rightWords: Record<Reason["right"], string> = {
  full_access: "Full access",
  all_gateways: "All gateways",
  gateway: "Some gateways",
  reach: "No gateways",
};

/** What stands before the name for those who do not see the column. */
export const kindWords: Record<Thing["kind"], string> = {
  person: "Person",
  group: "Group",
  groups: "",
  role: "Role",
  everywhere: "",
  network: "Network",
  networks: "",
  gateways: "",
  gateway: "Gateway",
};

export function nameOfThing(thing: Thing): string {
  switch (thing.kind) {
    case "person":
      return thing.name;
    case "group":
      return thing.group.name;
    case "groups":
      return `${formatNumber(thing.members.length)} groups`;
    case "role":
      return thing.name;
    case "everywhere":
      return networkName(ALL_NETWORKS);
    case "network":
      return thing.network.netid;
    case "networks":
      return `${formatNumber(thing.members.length)} networks`;
    case "gateways":
      return formatCount(thing.count, "gateway");
    case "gateway":
      return thing.gateway.gw_name;
  }
}

/** Why it is there and what it gives, a sentence for each reason. */
export function linesOfThing(thing: Thing, access: Access): string[] {
  switch (thing.kind) {
    case "person":
      return personLines(access);
    case "group":
      return grantLines(thing.group);
    case "groups":
      return [`They grant the same: ${namesOf(thing.members)}.`, ...foldedGrants(thing.members)];
    case "role":
      return roleLines(thing.roleId, access);
    case "everywhere":
      return ["These networks, and those made later.", ...everywhereReasons(access)];
    case "network":
      return sentences(thing.network.reasons);
    case "networks":
      return [
        `Reached for the same reasons: ${formatSome(thing.members.map(({ netid }) => netid))}.`,
        ...sentences(thing.members[0]?.reasons ?? []),
      ];
    case "gateways":
      return thing.network
        ? sentences(thing.network.reasons.filter(({ right }) => right !== "reach"))
        : ["Open the networks to see which."];
    case "gateway":
      return sentences(thing.gateway.reasons);
  }
}

function personLines({ account_disabled: isDisabled, groups, networks }: Access): string[] {
  const counts = `Member of ${formatCount(groups.length, "group")}, reaches ${formatCount(networks.length, "network")}.`;
  return isDisabled ? [counts, "The account is disabled: nothing of it counts now."] : [counts];
}

function grantLines({ grants }: AccessGroup): string[] {
  if (grants.length === 0) return ["Gives access to nothing."];
  return grants.map(
    ({ role_name: role, network_id: network }) =>
      `Grants “${isolated(role)}” on ${placeOf(network)}.`,
  );
}

function foldedGrants([first]: readonly AccessGroup[]): string[] {
  return first ? grantLines(first) : [];
}

function roleLines(roleId: string, { groups }: Access): string[] {
  return groups.flatMap(({ name, grants }) =>
    grants
      .filter((grant) => grant.role_id === roleId)
      .map(({ network_id: network }) => `Granted by “${isolated(name)}” on ${placeOf(network)}.`),
  );
}

function everywhereReasons({ groups }: Access): string[] {
  return groups.flatMap(({ name, grants }) =>
    grants
      .filter(({ network_id: network }) => network === ALL_NETWORKS)
      .map(
        ({ role_name: role }) => `“${isolated(name)}” grants “${isolated(role)}” on all networks.`,
      ),
  );
}

/** "Because member of …" */
function sentences(reasons: readonly Reason[]): string[] {
  return reasons
    .map(reasonWords)
    .map((words) => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}.`);
}

function placeOf(network: string): string {
  return network === ALL_NETWORKS ? "all networks" : network;
}

function namesOf(groups: readonly AccessGroup[]): string {
  return formatSome(groups.map(({ name }) => `“${isolated(name)}”`));
}

const SOME = 8;

function formatSome(names: readonly string[]): string {
  if (names.length <= SOME) return formatList(names);
  return formatList([...names.slice(0, SOME), `${formatNumber(names.length - SOME)} more`]);
}

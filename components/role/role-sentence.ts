/** What a role allows, in one plain sentence. */
import { networkName } from "@/components/lookup/networks";
import { formatCount, formatList } from "@/lib/format";
import { withOwnConfigs } from "@/lib/role/access-map";
import type { UserRole } from "@/lib/role/schema";
import type { RightName, Rights } from "@/lib/role/values";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { isAllOf, resourceWords, rightsIn } from "./resource-words";

type Access = Pick<UserRole, "full_access" | "network_id" | "network_level_access">;

/** @example "On lab: connect through and see all gateways; see hosts and DNS." */
export function roleSentence(role: Access): string {
  const place = placeOf(role);
  if (role.full_access)
    return `${place}: everything. Platform users with it administer the network.`;
  const parts = partsOf(withOwnConfigs(role.network_level_access));
  if (parts.length === 0) return `${place}: reach the network, and nothing more.`;
  return `${place}: ${parts.join("; ")}.`;
}

function placeOf({ network_id: network }: Access): string {
  return network === ALL_NETWORKS ? "On every network" : `On ${networkName(network)}`;
}

/** Resources with the same rights stand together: "see hosts and DNS". */
function partsOf(access: Access["network_level_access"]): string[] {
  const things = new Map<string, string[]>();
  for (const [type, section] of Object.entries(access)) {
    for (const { verbs, thing } of sectionParts(type, section)) {
      things.set(verbs, [...(things.get(verbs) ?? []), thing]);
    }
  }
  return [...things].map(([verbs, named]) => `${verbs} ${formatList(named)}`);
}

function sectionParts(type: string, section: Record<string, Rights>) {
  const { plural } = resourceWords(type);
  const single = new Map<string, number>();
  const parts: { verbs: string; thing: string }[] = [];
  for (const [id, rights] of Object.entries(section)) {
    const named = rightsIn(rights);
    const verbs = verbsOf(named);
    if (verbs === "") continue;
    const own = named.includes("self_only") ? "their own " : "";
    const every = type === "remote_access_gw" ? "all " : "";
    if (isAllOf(type, id)) parts.push({ verbs, thing: `${own || every}${plural}` });
    else single.set(verbs, (single.get(verbs) ?? 0) + 1);
  }
  for (const [verbs, count] of single) {
    parts.push({
      verbs,
      thing: `${formatCount(count, "single one", "single ones")} of the ${plural}`,
    });
  }
  return parts;
}

const verbWords: Partial<Record<RightName, string>> = {
  vpn_access: "connect through",
  read: "see",
  create: "create",
  update: "change",
  delete: "delete",
};

function verbsOf(rights: readonly RightName[]): string {
  const order = Object.keys(verbWords);
  const verbs = [...rights]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((right) => verbWords[right])
    .filter((verb) => verb !== undefined);
  return verbs.length === 0 ? "" : formatList(verbs);
}

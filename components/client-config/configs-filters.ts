import type { ListFilter } from "@/components/data-table/list-filter";
import { gatewayOptions, gatewayOptionsOf } from "@/components/lookup/gateways";
import { networkOptions } from "@/components/lookup/networks";
import { userOptions } from "@/components/user/user-options";
import { configKinds } from "@/lib/client-config/values";
import { can, seesSomeNetwork, type Actor } from "@/lib/permissions";
import { kindWords } from "./config-words";
import { ownerless, type ConfigsScope } from "./list-params";

/** What a list of client configs can be narrowed by, as far as the actor sees what there is to choose from. */
export function configsFilters(
  actor: Actor,
  { gateway, owner, network }: ConfigsScope,
): readonly ListFilter[] {
  const seesNetworks = seesSomeNetwork(actor);
  return [
    ...(seesNetworks && gateway === undefined && network === undefined ? [networkFilter] : []),
    ...(seesNetworks && gateway === undefined ? [gatewayFilter(network)] : []),
    ...(owner === undefined && seesNetworks ? ownerFilters(actor) : []),
    stateFilter,
    kindFilter,
  ];
}

const networkFilter: ListFilter = {
  kind: "search",
  key: "network",
  label: "Network",
  source: networkOptions,
  isMany: true,
};

function gatewayFilter(network: string | undefined): ListFilter {
  const source = network === undefined ? gatewayOptions : gatewayOptionsOf(network);
  return { kind: "search", key: "gateway", label: "Gateway", source, isMany: true };
}

/** Network admins find nobody by a part of their name. */
function ownerFilters(actor: Actor): readonly ListFilter[] {
  const named = { key: "owner", label: "Owner" };
  return [
    can(actor, "users:list")
      ? { ...named, kind: "search", source: userOptions, isMany: true }
      : { ...named, kind: "text" },
    {
      key: "ownerless",
      label: "No owner",
      options: ownerless.map((value) => ({ value, label: "Belongs to nobody" })),
    },
  ];
}

const stateFilter: ListFilter = {
  kind: "one",
  key: "enabled",
  label: "State",
  options: [
    { value: "true", label: "On" },
    { value: "false", label: "Off" },
  ],
};

const kindFilter: ListFilter = {
  kind: "one",
  key: "kind",
  label: "Kind",
  options: configKinds.map((value) => ({ value, label: kindWords[value] })),
};

import { defineList, manyTexts, oneOf, type WireQuery } from "@/components/data-table/list-params";
import type { ClientConfigListQuery } from "@/lib/client-config/schema";
import { configKinds, configSorts } from "@/lib/client-config/values";

export const ownerless = ["true"] as const;
export const switches = ["true", "false"] as const;

type Listed = Pick<ClientConfigListQuery, "network" | "gateway" | "owner" | "kind" | "enabled"> & {
  sort: ClientConfigListQuery["sort"];
  /** Also those that belong to nobody: for the server, an owner without a name. */
  ownerless?: (typeof ownerless)[number];
};
export type ConfigSelection = WireQuery<Listed>;

/** Client configs: of all, or of one gateway, owner or network. */
export const configsList = defineList<Listed>({
  sorts: configSorts,
  defaultSort: "clientid",
  filters: {
    network: manyTexts(),
    gateway: manyTexts(),
    owner: manyTexts(),
    ownerless: oneOf(ownerless),
    kind: oneOf(configKinds),
    enabled: oneOf(switches),
  },
});

/** What a list of client configs is limited to, whatever its filters say. */
export interface ConfigsScope {
  gateway?: string;
  owner?: string;
  network?: string;
}

/** What the endpoint is sent. */
export function configsInput(
  { page, per_page: perPage, ownerless: isOwnerless, owner = [], ...selection }: ConfigSelection,
  scope: ConfigsScope = {},
) {
  const owners =
    scope.owner === undefined ? [...(isOwnerless ? [""] : []), ...owner] : [scope.owner];
  return {
    ...selection,
    page: String(page),
    per_page: String(perPage),
    ...(owners.length > 0 && { owner: owners }),
    ...(scope.gateway !== undefined && { gateway: [scope.gateway] }),
    ...(scope.network !== undefined && { network: [scope.network] }),
  };
}
export type ConfigsInput = ReturnType<typeof configsInput>;

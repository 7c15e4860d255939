import type { QueryClient } from "@tanstack/react-query";
import type { ClientConfig, ClientConfigPage } from "@/lib/client-config/schema";
import { configKeys } from "./queries";

export type KnownConfigs = ReadonlyMap<string, ClientConfig>;

/** The client configs that lists have shown: what those are, of which only ids are left. */
export function knownConfigs(client: QueryClient): KnownConfigs {
  const pages = client.getQueriesData<ClientConfigPage>({ queryKey: configKeys.pages });
  return new Map(
    pages.flatMap(([, page]) => (page?.data ?? []).map((config) => [config.clientid, config])),
  );
}

import type { ClientConfig } from "@/lib/client-config/schema";
import { isSelf, seesNetwork, type Actor } from "@/lib/permissions";

/** The networks of one's own client configs that one does not see: their gateways are named by what one reaches. */
export function unseenNetworks(
  actor: Actor,
  configs: readonly Pick<ClientConfig, "network" | "ownerid">[],
): string[] {
  const unseen = configs.filter(
    ({ network, ownerid }) => isSelf(actor, ownerid) && !seesNetwork(actor, network),
  );
  return [...new Set(unseen.map(({ network }) => network))].sort();
}

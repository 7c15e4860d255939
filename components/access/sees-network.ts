import { visibleNetworks, type Actor } from "@/lib/permissions";

/** Whether a network's page is there for the actor. */
export function seesNetwork(actor: Actor, netid: string): boolean {
  const networks = visibleNetworks(actor);
  return networks === "all" || networks.includes(netid);
}

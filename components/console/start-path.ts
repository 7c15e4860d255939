import { paths } from "@/lib/paths";
import { can, visibleNetworks, type Actor } from "@/lib/permissions";

/** Where somebody starts: at what they are here for. */
export function startPath(actor: Actor): string {
  if (can(actor, "users:list")) return paths.users;
  const networks = visibleNetworks(actor);
  if (networks === "all" || networks.length > 1) return paths.networks;
  const [only] = networks;
  return only === undefined ? paths.account : paths.network(only);
}

/** What may be done with client configs, and if not, why not: the service enforces it, the pages show the reason. */
import { noSuch } from "@/lib/no-such";
import {
  allowed,
  can,
  isSelf,
  permits,
  refused,
  visibleNetworks,
  type Actor,
  type PlatformRole,
  type Verdict,
} from "@/lib/permissions";
import type { ClientConfig, ClientConfigUpdate } from "./schema";

type Located = Pick<ClientConfig, "network" | "ownerid">;

/** Everybody sees their own, and what lies in the networks that they see. */
export function canSeeConfig(actor: Actor, { network, ownerid }: Located): boolean {
  const sight = visibleNetworks(actor);
  return isSelf(actor, ownerid) || sight === "all" || sight.includes(network);
}

/**
 * May the actor change or delete a client config that they see?
 * @param ownerRole null where it belongs to nobody; absent where that is not known yet, and the server says it
 */
export function canChangeConfig(
  actor: Actor,
  { network, ownerid }: Located,
  ownerRole?: PlatformRole | null,
): Verdict {
  const write = permits(actor, "client-configs:write", { owner: ownerid, network });
  if (!write.allowed || ownerid === "" || isSelf(actor, ownerid)) return write;
  if (can(actor, "client-configs:write-all") || ownerRole === undefined) return allowed;
  return canServe(ownerRole) ? allowed : refused("forbidden", ONLY_SERVICE_USERS);
}

/** May the actor create client configs that belong to this user; to nobody, where that is empty? */
export function canOwnNewConfig(
  actor: Actor,
  ownerid: string,
  ownerRole?: PlatformRole | null,
): Verdict {
  const write = permits(actor, "client-configs:write", { owner: ownerid });
  if (!write.allowed || ownerid === "" || isSelf(actor, ownerid)) return write;
  if (can(actor, "client-configs:write-all") || ownerRole === undefined || canServe(ownerRole))
    return allowed;
  // Of others network admins may name service users only; anybody else does not exist for them.
  return refused("not_found", noSuch("user", ownerid));
}

function canServe(ownerRole: PlatformRole | null): boolean {
  return ownerRole === null || ownerRole === "service-user";
}

const ONLY_SERVICE_USERS =
  "Network admins change their own client configs, those of service users and those that belong to nobody.";

/** Why not, where its owner has not the gateway: only the database knows that, under its locks. */
export function lacksGateway(ownerid: string, path?: "enabled" | "ownerid"): Verdict {
  return refused("conflict", `${ownerid} does not have this gateway.`, path);
}

/** What a client config keeps as long as it lives. */
const fixed = {
  clientid: "id",
  network: "network",
  ingressgatewayid: "gateway",
  ownerid: "owner",
} as const;

/** Whether a change leaves what is fixed: repeating it is fine. */
export function keepsFixed(config: ClientConfig, input: ClientConfigUpdate): Verdict {
  for (const key of ["clientid", "network", "ingressgatewayid", "ownerid"] as const) {
    if (input[key] === undefined || input[key] === config[key]) continue;
    const reason = `The ${fixed[key]} of a client config stays: this one's is "${config[key]}".`;
    return refused("conflict", reason, key);
  }
  return allowed;
}

import "server-only";
import type { Context, Tx } from "@/lib/context";
import * as gateways from "./repository";
import type { Gateway } from "./schema";

/** A gateway for another domain's verb, which sees to it who may know of it. */
export async function findGateway(
  { db }: Pick<Context, "db">,
  id: string,
): Promise<Gateway | null> {
  return (await gateways.findById(db, id))?.entity ?? null;
}

/**
 * The gateways of these ids that exist, and stay until this transaction ends.
 * @returns the network of each, by its id
 */
export async function lockGateways(
  { db, isPreview }: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = isPreview
    ? await gateways.findNetworks(db, ids)
    : await gateways.lockForReference(db, ids);
  return new Map(found.map(({ id, networkId }) => [id, networkId]));
}

/** The ids of the gateways of a network, which goes with them. */
export function gatewaysOfNetwork({ db }: Tx, netid: string): Promise<string[]> {
  return gateways.findIdsOfNetwork(db, netid);
}

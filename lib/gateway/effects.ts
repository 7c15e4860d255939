import "server-only";
import type { Context, Tx } from "@/lib/context";
import * as users from "@/lib/user/repository";
import * as attachments from "./attachment-repository";
import * as held from "./held-repository";
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

/**
 * What goes with gateways that are about to go, and are locked: whoever is attached to them is a new version.
 * @returns how many attachments there are
 */
export async function endAttachments(tx: Tx, ids: readonly string[]) {
  await users.raiseVersionsOfAttached(tx.db, ids, tx.now);
  return attachments.countOfGateways(tx.db, ids);
}

/** Locks whoever is attached to a gateway, before the gateway is. */
export function lockAttached({ db }: Tx, id: string): Promise<void> {
  return users.lockAttached(db, id);
}

/** The ids of the gateways of a network. */
export function gatewaysOfNetwork({ db }: Tx, netid: string): Promise<string[]> {
  return gateways.findIdsOfNetwork(db, netid);
}

/** As {@link gatewaysOfNetwork}, locked, of a network that goes with them. */
export function lockGatewaysOfNetwork({ db }: Tx, netid: string): Promise<string[]> {
  return gateways.lockIdsOfNetwork(db, netid);
}

/** A page of the gateways that a user has, for whoever may know of them. */
export function pageOfHeld(
  { db }: Pick<Context, "db">,
  query: Parameters<typeof held.findPage>[1],
): ReturnType<typeof held.findPage> {
  return held.findPage(db, query);
}

/** How many gateways a user has, by the id of the network. */
export function countHeld(
  { db }: Pick<Context, "db">,
  of: Parameters<typeof held.countByNetwork>[1],
): Promise<ReadonlyMap<string, number>> {
  return held.countByNetwork(db, of);
}

export type LocatedGateway = held.LocatedGateway;

/** All gateways that a user has, by network and name, for whoever may know of them. */
export function heldGateways(
  { db }: Pick<Context, "db">,
  userId: string,
): Promise<LocatedGateway[]> {
  return held.findAll(db, userId);
}

import "server-only";
import type { Tx } from "@/lib/context";
import { conflict } from "@/lib/errors";
import type { Network } from "@/lib/network/schema";
import * as configs from "./repository";
import * as sites from "./site-repository";

/** Removes what is on a gateway, or in a network, that is about to go. @returns how many client configs that were */
export function removeConfigsOf(
  { db }: Tx,
  going: { gatewayId: string } | { networkId: string },
): Promise<number> {
  return configs.removeAt(db, going);
}

/**
 * Of a network that is locked, whether its client configs would stay within other ranges.
 * @throws AppError `conflict` that names the range that one would stand outside of
 */
export async function requireConfigsWithin({ db }: Tx, network: Network): Promise<void> {
  const { netid, addressrange, addressrange6 } = network;
  const stranded = await sites.findStranded(db, netid, {
    address: addressrange,
    address6: addressrange6,
  });
  const id = stranded.address ?? stranded.address6;
  if (id === null) return;
  throw conflict(
    `The client config "${id}" would stand outside of the range.`,
    stranded.address === null ? "addressrange6" : "addressrange",
  );
}

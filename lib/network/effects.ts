import "server-only";
import type { Tx } from "@/lib/context";
import * as networks from "./repository";

/** The networks of these ids that exist, and stay until this transaction ends. */
export async function lockNetworks(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await networks.lockForReference(tx.db, ids));
}

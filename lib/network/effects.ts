import "server-only";
import type { Context, Tx } from "@/lib/context";
import { notFound } from "@/lib/errors";
import * as networks from "./repository";

/** The networks of these ids that exist, and stay until this transaction ends. */
export async function lockNetworks(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = tx.isPreview
    ? await networks.findExisting(tx.db, ids)
    : await networks.lockForReference(tx.db, ids);
  return new Set(found);
}

/** @throws AppError `not_found` */
export async function requireNetwork({ db }: Pick<Context, "db">, netid: string): Promise<void> {
  if (!(await networks.findById(db, netid))) throw notFound("network", netid);
}

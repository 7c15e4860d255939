import "server-only";
import type { Context, Tx } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import * as groups from "./repository";
import type { UserGroup } from "./schema";

/** The groups of a user that the actor may see already, by id. */
export async function groupsOf(
  { db }: Pick<Context, "db">,
  ids: string[],
): Promise<Record<string, UserGroup>> {
  const found = await groups.findByIds(db, ids);
  return Object.fromEntries(found.map((group) => [group.id, group]));
}

/**
 * Locks groups whose membership is about to change.
 * @param path the input key that names them
 * @throws AppError `conflict` when an identity provider decides about the members of one, else `invalid`
 *   with every group that does not exist
 */
export async function lockForMembership(tx: Tx, ids: string[], path: string): Promise<void> {
  if (ids.length === 0) return;
  const found = await groups.lockByIds(tx.db, ids);
  const external = found.find(({ externalId }) => externalId !== "");
  if (external) {
    throw conflict(
      `The members of "${external.name}" come from the identity provider and cannot be changed here.`,
      `${path}.${external.id}`,
    );
  }
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw invalid(
    unknown.map((id) => ({ path: `${path}.${id}`, message: `There is no group "${id}".` })),
  );
}

/** Memberships are part of a group: a change of them is a new version of it. */
export async function raiseGroupVersions(tx: Tx, ids: Iterable<string>): Promise<void> {
  await groups.raiseVersions(tx.db, ids);
}

import "server-only";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { conflict, invalid, type AppError } from "@/lib/errors";
import { lowerCase } from "@/lib/fold";
import { noSuch } from "@/lib/no-such";
import { actorName, visibleNetworks } from "@/lib/permissions";
import { networkRole } from "@/lib/role/template";
import * as users from "@/lib/user/repository";
import { networkGroup } from "./built-in";
import * as groups from "./repository";
import type { UserGroup } from "./schema";
import { groupSeenBy } from "./view";

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
 * @param path the input key that names them, or those that name one of them
 * @throws AppError `conflict` when an identity provider decides about the members of one, else `invalid`
 *   with every group that does not exist
 */
export async function lockForMembership(
  tx: Tx,
  ids: string[],
  path: string | ((id: string) => string[]),
): Promise<void> {
  if (ids.length === 0) return;
  const pathsOf = (id: string) =>
    (typeof path === "string" ? [path] : path(id)).map((key) => `${key}.${id}`);
  const found = tx.isPreview
    ? await groups.findJoinable(tx.db, ids)
    : await groups.lockByIds(tx.db, ids);
  const external = found.find(({ externalId }) => externalId !== "");
  if (external) {
    throw conflict(
      `The members of "${external.name}" come from the identity provider and cannot be changed here.`,
      pathsOf(external.id)[0],
    );
  }
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw invalid(
    unknown.flatMap((id) =>
      pathsOf(id).map((key) => ({ path: key, message: noSuch("group", id) })),
    ),
  );
}

/**
 * The groups of these ids, and those that these texts name by id or by name, in any case; none of them goes before the
 * transaction ends.
 */
export function groupsNamed(
  tx: Tx,
  { ids, named }: { ids: readonly string[]; named: readonly string[] },
): Promise<groups.NamedGroup[]> {
  return groups.findNamedOrWithId(tx.db, {
    ids: [...new Set([...ids, ...named])],
    names: [...new Set(named.map((text) => lowerCase(text.trim())))],
    isLocked: tx.isPreview !== true,
  });
}

/** Locks those of these groups that somebody may join: they are there, and no identity provider decides. */
export async function lockJoinable({ db }: Tx, ids: string[]): Promise<string[]> {
  const found = await groups.lockByIds(db, ids);
  return found.filter(({ externalId }) => externalId === "").map(({ id }) => id);
}

/**
 * Memberships are part of a group: a change of them is a new version of it, and another count of members.
 * @param change the ids of groups, as often as somebody came in or went
 */
export async function noteMemberships(
  tx: Tx,
  change: { added: readonly string[]; removed: readonly string[] },
): Promise<void> {
  await groups.noteMemberships(tx.db, change);
}

/** The two groups that are made with a network. @throws AppError `conflict` where a group has one of their names */
export async function createGroupsOfNetwork(tx: Tx, netid: string): Promise<void> {
  const kinds = ["admin", "user"] as const;
  const clash = await groups.findNamed(
    tx.db,
    kinds.map((kind) => networkGroup(netid, kind).name),
  );
  if (clash) throw nameClash(clash.name);
  for (const kind of kinds) {
    const group = networkGroup(netid, kind);
    const columns = {
      ...group,
      isDefault: true,
      networkId: netid,
      externalId: "",
      colorCode: "",
      metaData: "",
      createdBy: actorName(tx.actor),
    };
    await groups.create(tx.db, columns, tx.now).catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameClash(group.name) : error;
    });
    await groups.addGrants(tx.db, group.id, [
      { networkId: netid, roleId: networkRole(netid, kind).id },
    ]);
  }
}

function nameClash(name: string): AppError {
  return conflict(`A group is called "${name}", as one of this network's would be.`, "netid");
}

/** Empties groups that are about to go. @returns how many memberships ended */
export async function emptyGroups(tx: Tx, ids: readonly string[]): Promise<number> {
  // Nobody joins any more once they are locked, so nobody is left out.
  await groups.lockForUpdate(tx.db, ids);
  await users.raiseVersionsOfMembers(tx.db, ids, tx.now);
  return groups.removeAllMembers(tx.db, ids);
}

/** Locks whoever is in a group of this network, or attached to a gateway of it, before the network is. */
export async function lockUsersOfNetwork(tx: Tx, netid: string): Promise<void> {
  const groupIds = await groups.idsOfNetwork(tx.db, netid);
  await users.lockOfNetwork(tx.db, { networkId: netid, groupIds });
}

/** As {@link emptyGroups}, of the groups that go with a network. */
export async function emptyGroupsOfNetwork(tx: Tx, netid: string): Promise<number> {
  return emptyGroups(tx, await groups.idsOfNetwork(tx.db, netid));
}

/** What a group grants is part of it: the groups that grant on a network, or a role, are new versions. */
export async function raiseGrantingGroups(
  tx: Tx,
  grant: { networkId: string } | { roleId: string },
): Promise<void> {
  await groups.raiseVersionsOfGranting(tx.db, grant);
}

/** Of these groups those that the actor sees, as they look to them. */
export async function groupsSeenBy(
  { db, actor }: Pick<Context, "db" | "actor">,
  all: readonly UserGroup[],
): Promise<UserGroup[]> {
  const ids = all.map(({ id }) => id);
  const seen = new Set(await groups.findGranting(db, ids, visibleNetworks(actor)));
  return all.filter(({ id }) => seen.has(id)).map((group) => groupSeenBy(actor, group));
}

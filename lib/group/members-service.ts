import "server-only";
import { audit } from "@/lib/audit/audit";
import { authorize, authorizeCall, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { previewTransaction, transaction } from "@/lib/db/transaction";
import { forbidden, notFound, type Versioned } from "@/lib/errors";
import { lockNetworks } from "@/lib/network/effects";
import { administers, can, reasonOf, visibleNetworks, type Actor } from "@/lib/permissions";
import { countLostConfigs, dropLostConfigs, goneAlong, lockLosing } from "@/lib/reach/losing";
import { ALL_NETWORKS } from "@/lib/reach/values";
import {
  answerOf,
  lockUser,
  lockUsers,
  moveMembers,
  requireVersion,
  sightOf,
  type StoredUser,
} from "@/lib/user/effects";
import type { BulkResult, User } from "@/lib/user/schema";
import { requireMatch } from "@/lib/versions";
import { countsOf, groupAudit, targetOf } from "./audit";
import { networkGroup } from "./built-in";
import { isMove } from "./checks-service";
import { canBeNetworkUser, canMove, noSuchUser, stateAllowsMembers } from "./policy";
import { reachOfMove } from "./reach";
import * as groups from "./repository";
import type { MembersChange } from "./schema";
import { groupSeenBy } from "./view";

interface Options {
  isDryRun: boolean;
}

/** Puts people into a group. Whoever is in it already is done. */
export function addMembers(ctx: Context, input: MembersChange, options: Options) {
  return changeMembers(ctx, input, { ...options, isLeaving: false });
}

/** Takes people out of a group. Whoever is out of it already is done. */
export function removeMembers(ctx: Context, input: MembersChange, options: Options) {
  return changeMembers(ctx, input, { ...options, isLeaving: true });
}

const LONG_MS = 120_000;

async function changeMembers(
  ctx: Context,
  input: MembersChange,
  { isDryRun, isLeaving }: Options & { isLeaving: boolean },
): Promise<BulkResult> {
  // Which network it is about only the group knows.
  authorizeCall(ctx, "members:manage", { row: true });
  if (isDryRun) {
    return previewTransaction(ctx, async (tx) => {
      const { group, move, result } = await checkMove(tx, input, isLeaving);
      const lost = await countLostConfigs(tx.db, reachOfMove(group.id, move));
      return { ...result, client_configs: lost };
    });
  }
  return transaction(
    ctx,
    async (tx) => {
      const { group, move, result } = await checkMove(tx, input, isLeaving);
      if (!isMove(move)) return result;
      const lost = await dropLostConfigs(tx, reachOfMove(group.id, move));
      await moveMembers(tx, group.id, move, lost);
      await audit(tx, groupAudit, {
        verb: "group.update",
        ...targetOf(group),
        before: goneAlong(lost.total),
        after: countsOf(move),
      });
      return { ...result, client_configs: lost.total };
    },
    { timeoutMs: LONG_MS },
  );
}

/**
 * What a change of members is refused for, before it writes; in a preview of it the same, without locks.
 * @returns the group and who comes in or goes, locked; and the answer, but for client configs
 */
export async function checkMove(
  tx: Tx,
  { group_id: groupId, ids }: MembersChange,
  isLeaving: boolean,
) {
  await lockLosing(tx, "few");
  const named = await lockUsers(tx, ids);
  const stored = tx.isPreview
    ? await groups.findById(tx.db, groupId)
    : await groups.lockById(tx.db, groupId);
  const { entity: group, version } = await requireOpen(tx, groupId, stored);
  requireMatch(tx.ifMatch, { entity: groupSeenBy(tx.actor, group), version });
  enforce(stateAllowsMembers(group, "group_id"));
  const { movable, result } = sort(tx, { ids, named, groupId, isLeaving });
  const moving = movable.filter(({ entity }) => groupId in entity.user_group_ids === isLeaving);
  const move = isLeaving ? { added: [], removed: moving } : { added: moving, removed: [] };
  return { group, move, result };
}

/**
 * A group whose members the caller may change. To network admins others than the user groups of their networks
 * are closed, and what grants nothing there is not there.
 */
async function requireOpen(
  tx: Tx,
  groupId: string,
  stored: groups.StoredGroup | null,
): Promise<groups.StoredGroup> {
  if (!stored) throw notFound("group", groupId);
  const { networkId } = stored;
  if (can(tx.actor, "users:write")) {
    authorize(tx, "members:manage", { network: networkId ?? ALL_NETWORKS });
    return stored;
  }
  const seen = await groups.findGranting(tx.db, [groupId], visibleNetworks(tx.actor));
  if (seen.length === 0) throw notFound("group", groupId);
  const isTheirs = networkId !== null && administers(tx.actor, networkId);
  if (!isTheirs || networkGroup(networkId, "user").id !== groupId) {
    throw forbidden("Network admins change the members of their networks' user groups only.");
  }
  authorize(tx, "members:manage", { network: networkId });
  return stored;
}

interface Named {
  ids: readonly string[];
  named: readonly StoredUser[];
  groupId: string;
  isLeaving: boolean;
}

/** Sorts the named users into those whom the caller may move and those who are skipped, with the reason. */
function sort({ actor }: Context, { ids, named, groupId, isLeaving }: Named) {
  const byName = new Map(named.map((stored) => [stored.entity.username, stored]));
  const movable: StoredUser[] = [];
  const result: BulkResult = { done: [], skipped: [], client_configs: 0 };
  for (const id of ids) {
    const stored = byName.get(id);
    const reason = stored
      ? whyNotMoved(actor, stored.entity, { groupId, isLeaving })
      : noSuchUser(id);
    if (stored && reason === null) {
      movable.push(stored);
      result.done.push(id);
    } else {
      result.skipped.push({ id, reason: reason ?? "" });
    }
  }
  return { movable, result };
}

/** Whoever is there already is not moved; but network admins learn nothing of those whom they may not name. */
function whyNotMoved(
  actor: Actor,
  user: User,
  move: { groupId: string; isLeaving: boolean },
): string | null {
  const isSo = move.groupId in user.user_group_ids !== move.isLeaving;
  return isSo && can(actor, "users:write") ? null : reasonOf(canMove(actor, user, move));
}

interface NetworkUser {
  username: string;
  networkId: string;
}

export function addNetworkUser(ctx: Context, user: NetworkUser): Promise<Versioned<User>> {
  return moveNetworkUser(ctx, user, false);
}

export function removeNetworkUser(ctx: Context, user: NetworkUser): Promise<Versioned<User>> {
  return moveNetworkUser(ctx, user, true);
}

/** The user group of a network, by the names of network and user. Repeating what is so changes nothing. */
async function moveNetworkUser(
  ctx: Context,
  { username, networkId }: NetworkUser,
  isLeaving: boolean,
): Promise<Versioned<User>> {
  authorize(ctx, "members:manage", { network: networkId });
  return transaction(ctx, async (tx) => {
    await lockLosing(tx, "few");
    const user = await lockUser(tx, username);
    const isStaff = can(tx.actor, "users:write");
    if (!isStaff && user.entity.platform_role_id !== "service-user") {
      throw notFound("user", username);
    }
    if (!(await lockNetworks(tx, [networkId])).has(networkId)) throw notFound("network", networkId);
    const sight = await sightOf(tx, [user.entity]);
    requireVersion(tx, user, sight);
    enforce(canBeNetworkUser(user.entity));
    const groupId = networkGroup(networkId, "user").id;
    if (groupId in user.entity.user_group_ids !== isLeaving) return answerOf(tx, user, sight);

    const move = isLeaving ? { added: [], removed: [user] } : { added: [user], removed: [] };
    await moveMembers(tx, groupId, move, await dropLostConfigs(tx, reachOfMove(groupId, move)));
    const moved = await lockUser(tx, username);
    return answerOf(tx, moved, await sightOf(tx, [moved.entity]));
  });
}

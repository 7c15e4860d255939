import "server-only";
import { audit, auditMany } from "@/lib/audit/audit";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { conflict, notFound, type AppError, type Versioned } from "@/lib/errors";
import * as invites from "@/lib/invite/repository";
import * as attachments from "@/lib/gateway/attachment-repository";
import * as gateways from "@/lib/gateway/repository";
import * as groups from "@/lib/group/repository";
import { removePreAuthTokensOf as removePreAuthTokens } from "@/lib/mfa/repository";
import * as pendingUsers from "@/lib/pending-user/repository";
import { actorName, can, visibleNetworks, type PlatformRole } from "@/lib/permissions";
import { goneAlong, type LostConfigs } from "@/lib/reach/losing";
import { removeByUsers as removeTokens } from "@/lib/token/repository";
import { requireMatch, toVersioned } from "@/lib/versions";
import { showsNothing } from "@/lib/wire";
import { snapshotOf, userAudit } from "./audit";
import * as users from "./repository";
import type { User } from "./schema";
import { userSeenBy, type Sight } from "./view";

export type StoredUser = users.StoredUser;

/** The user that a call is about, for other domains' verbs. @throws AppError `not_found` */
export async function readUser(ctx: Context, username: string): Promise<users.StoredUser> {
  const stored = await users.findByUsername(ctx.db, username, ctx.now);
  if (!stored) throw notFound("user", username);
  return stored;
}

/** The user as nobody else can change it before this transaction ends. @throws AppError `not_found` */
export async function lockUser(tx: Tx, username: string): Promise<users.StoredUser> {
  const [stored] = await lockUsers(tx, [username]);
  if (!stored) throw notFound("user", username);
  return stored;
}

/** @throws AppError `changed`, with the user as the caller may see them, when `If-Match` names another version */
export function requireVersion(tx: Tx, { entity, version }: users.StoredUser, sight?: Sight): void {
  requireMatch(tx.ifMatch, { entity: userSeenBy(tx.actor, entity, sight), version });
}

/** What a verb answers: the user as the caller may see them. */
export function answerOf(
  { actor }: Pick<Context, "actor">,
  stored: users.StoredUser,
  sight?: Sight,
): Versioned<User> {
  return toVersioned({ entity: userSeenBy(actor, stored.entity, sight), version: stored.version });
}

/** What of these users' groups and gateways the actor sees, where they do not see everything. */
export async function sightOf(
  { db, actor }: Pick<Context, "db" | "actor">,
  seen: readonly User[],
): Promise<Sight> {
  if (can(actor, "users:list")) return { groups: new Set(), gateways: new Set() };
  const networks = visibleNetworks(actor);
  const idsIn = (key: "user_group_ids" | "remote_gw_ids") => [
    ...new Set(seen.flatMap((user) => Object.keys(user[key]))),
  ];
  const groupIds = await groups.findGranting(db, idsIn("user_group_ids"), networks);
  const located = await gateways.findNetworks(db, idsIn("remote_gw_ids"));
  const gatewayIds = located
    .filter(({ networkId }) => networks === "all" || networks.includes(networkId))
    .map(({ id }) => id);
  return { groups: new Set(groupIds), gateways: new Set(gatewayIds) };
}

/** Users of these names, locked, in the order of their ids. */
export function lockUsers(tx: Tx, usernames: string[]): Promise<users.StoredUser[]> {
  if (tx.isPreview) return users.findMany(tx.db, usernames, tx.now);
  return users.lockMany(tx.db, usernames, tx.now);
}

/** Locks whoever is in one of these groups, before the groups are. */
export function lockMembers(tx: Tx, groupIds: readonly string[]): Promise<void> {
  return users.lockMembers(tx.db, groupIds);
}

export function findUsers(ctx: Context, usernames: string[]): Promise<users.StoredUser[]> {
  return users.findMany(ctx.db, usernames, ctx.now);
}

interface Move {
  /** Locked, and not in the group. */
  added: readonly users.StoredUser[];
  /** Locked, and in the group. */
  removed: readonly users.StoredUser[];
}

/**
 * Puts users into a group and takes others out, with a new version and an audit entry for each of them.
 * @param lost the client configs that went because of it
 */
export async function moveMembers(
  tx: Tx,
  groupId: string,
  { added, removed }: Move,
  lost?: LostConfigs,
): Promise<void> {
  const moved = [...added, ...removed];
  if (moved.length === 0) return;
  await groups.addMembers(tx.db, groupId, idsOf(added));
  await groups.removeMembers(tx.db, groupId, idsOf(removed));
  await users.raiseVersions(tx.db, idsOf(moved), tx.now);
  await groups.noteMemberships(tx.db, {
    added: added.map(() => groupId),
    removed: removed.map(() => groupId),
  });
  await auditMany(
    tx,
    userAudit,
    moved.map((stored) => {
      const before = Object.keys(stored.entity.user_group_ids);
      const others = before.filter((id) => id !== groupId);
      const after = before.includes(groupId) ? others : [...others, groupId].sort();
      return {
        verb: "user.update",
        ...targetOf(stored),
        before: { user_group_ids: before, ...goneAlong(lost?.byOwner.get(stored.id)) },
        after: { user_group_ids: after },
      } as const;
    }),
  );
}

/** Attaches users to a gateway, with a new version and an audit entry for each of them. */
export async function attachTo(
  tx: Tx,
  gatewayId: string,
  attached: readonly users.StoredUser[],
): Promise<void> {
  if (attached.length === 0) return;
  await attachments.add(tx.db, gatewayId, idsOf(attached));
  await users.raiseVersions(tx.db, idsOf(attached), tx.now);
  await auditMany(
    tx,
    userAudit,
    attached.map((stored) => {
      const before = Object.keys(stored.entity.remote_gw_ids);
      return {
        verb: "user.attach-gateway",
        ...targetOf(stored),
        before: { remote_gw_ids: before },
        after: { remote_gw_ids: [...before, gatewayId].sort() },
      } as const;
    }),
  );
}

/**
 * As {@link attachTo}, the other way round: the client configs that they have on the gateway go too.
 * @returns how many of those there were
 */
export async function detachFrom(
  tx: Tx,
  gatewayId: string,
  detached: readonly users.StoredUser[],
): Promise<number> {
  if (detached.length === 0) return 0;
  await attachments.remove(tx.db, gatewayId, idsOf(detached));
  const configs = await attachments.removeConfigs(tx.db, gatewayId, idsOf(detached));
  await users.raiseVersions(tx.db, idsOf(detached), tx.now);
  await auditMany(
    tx,
    userAudit,
    detached.map((stored) => {
      const before = Object.keys(stored.entity.remote_gw_ids);
      const gone = configs.get(stored.id) ?? 0;
      return {
        verb: "user.detach-gateway",
        ...targetOf(stored),
        before: { remote_gw_ids: before, ...(gone > 0 && { client_configs: gone }) },
        after: { remote_gw_ids: before.filter((id) => id !== gatewayId) },
      } as const;
    }),
  );
  return [...configs.values()].reduce((sum, count) => sum + count, 0);
}

function idsOf(stored: readonly users.StoredUser[]): string[] {
  return stored.map(({ id }) => id);
}

/** How a user stands in an audit entry. */
export function targetOf({ id, entity }: { id: string; entity: Named }) {
  const { username, display_name: name } = entity;
  return { target: username, targetName: showsNothing(name) ? username : name, targetUserId: id };
}

type Named = Pick<User, "username" | "display_name">;

type NewUser = Omit<Parameters<typeof users.create>[1], "createdBy"> & {
  /** Whoever makes it unless it is said; who makes their own is who invited them, or they themselves. */
  createdBy?: string;
};

/**
 * Locks what waits for accounts of these names, so that of parallel ways to make one the first wins: invites, then
 * requests to join. After the locks of groups.
 */
export async function holdNames(tx: Tx, usernames: readonly string[]): Promise<void> {
  await invites.holdInviting(tx.db);
  await invites.lockByEmails(tx.db, usernames, tx.now);
  await pendingUsers.lockByUsernames(tx.db, usernames);
}

/** An account takes the place of what waited for one. */
async function dropWaiting(tx: Tx, usernames: readonly string[]): Promise<void> {
  await invites.removeByEmails(tx.db, usernames);
  await pendingUsers.removeByUsernames(tx.db, usernames);
}

/** Which of these are somebody's username. */
export function findTakenNames(tx: Tx, usernames: readonly string[]): Promise<Set<string>> {
  return invites.findTaken(tx.db, usernames);
}

/**
 * Writes a user that all rules allow; an invite and a request of that name end.
 * @throws AppError `conflict` when somebody took the name meanwhile
 */
export async function insertUser(tx: Tx, input: NewUser): Promise<Versioned<User>> {
  const { username, createdBy = actorName(tx.actor) || username } = input;
  await holdNames(tx, [username]);
  await users.create(tx.db, { ...input, createdBy }, tx.now).catch((error: unknown) => {
    throw isUniqueViolation(error) ? taken(username) : error;
  });
  await dropWaiting(tx, [username]);
  await groups.noteMemberships(tx.db, { added: input.groupIds, removed: [] });
  const created = await lockUser(tx, username);
  await audit(tx, userAudit, {
    verb: "user.create",
    ...targetOf(created),
    before: null,
    after: snapshotOf(created.entity),
  });
  return answerOf(tx, created);
}

type NewUsers = Pick<
  Parameters<typeof users.create>[1],
  "username" | "displayName" | "passwordHash" | "platformRoleId" | "groupIds" | "authType"
> & {
  /** Empty where it is not given. */
  externalId?: string;
};

/** As {@link insertUser}, many at once, in a number of statements that does not grow with them. */
export async function insertUsers(tx: Tx, created: readonly NewUsers[]): Promise<void> {
  if (created.length === 0) return;
  const names = created.map(({ username }) => username);
  const rest = { externalId: "", isDisabled: false, createdBy: actorName(tx.actor) };
  await holdNames(tx, names);
  await users
    .createMany(
      tx.db,
      created.map((user) => ({ ...rest, ...user })),
      tx.now,
    )
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? takenMeanwhile() : error;
    });
  await dropWaiting(tx, names);
  await groups.noteMemberships(tx.db, {
    added: created.flatMap(({ groupIds }) => groupIds),
    removed: [],
  });
  const stored = await users.findMany(tx.db, names, tx.now);
  await auditMany(
    tx,
    userAudit,
    stored.map((user) => ({
      verb: "user.create",
      ...targetOf(user),
      before: null,
      after: snapshotOf(user.entity),
    })),
  );
}

function takenMeanwhile(): AppError {
  return conflict("Somebody took one of these usernames just now. Try again.");
}

interface UserChange {
  /** Locked. */
  before: { id: string; entity: User };
  displayName?: string;
  role?: PlatformRole;
  membership: { added: string[]; removed: string[] };
}

/**
 * Changes many users that all rules allow, in a number of statements that does not grow with them.
 * @param lost the client configs that went because of it
 */
export async function changeUsers(
  tx: Tx,
  changes: readonly UserChange[],
  lost: LostConfigs,
): Promise<void> {
  if (changes.length === 0) return;
  await users.updateMany(
    tx.db,
    changes.map(({ before, displayName, role }) => ({
      id: before.id,
      ...(displayName !== undefined && { displayName }),
      ...(role !== undefined && { role }),
    })),
    tx.now,
  );
  await users.removeMemberships(tx.db, membershipsIn(changes, "removed"));
  await users.addMemberships(tx.db, membershipsIn(changes, "added"));
  await groups.noteMemberships(tx.db, {
    added: membershipsIn(changes, "added").map(({ groupId }) => groupId),
    removed: membershipsIn(changes, "removed").map(({ groupId }) => groupId),
  });
  const withNewRole = changes.flatMap(({ before, role }) => (role === undefined ? [] : before.id));
  await removeTokens(tx.db, withNewRole);
  await removePreAuthTokens(tx.db, withNewRole);
  await auditChanges(tx, changes, lost);
}

function membershipsIn(changes: readonly UserChange[], side: "added" | "removed") {
  return changes.flatMap(({ before, membership }) =>
    membership[side].map((groupId) => ({ userId: before.id, groupId })),
  );
}

async function auditChanges(
  tx: Tx,
  changes: readonly UserChange[],
  lost: LostConfigs,
): Promise<void> {
  const names = changes.map(({ before }) => before.entity.username);
  const after = await users.findMany(tx.db, names, tx.now);
  const changed = new Map(after.map((stored) => [stored.id, stored]));
  await auditMany(
    tx,
    userAudit,
    changes.map(({ before }) => {
      const now = changed.get(before.id) ?? before;
      return {
        verb: "user.update",
        ...targetOf(now),
        before: { ...snapshotOf(before.entity), ...goneAlong(lost.byOwner.get(before.id)) },
        after: snapshotOf(now.entity),
      } as const;
    }),
  );
}

/** The refusal of a name that somebody has. */
export function taken(username: string): AppError {
  return conflict(`The username "${username}" is taken.`, "username");
}

/** Notes a sign-in, which is no new version of the user. */
export function noteSignIn({ db, now }: Tx, userId: string): Promise<void> {
  return users.touchLastLogin(db, userId, now);
}

/** Notes that a user has TOTP, or has it no more. @param userId locked */
export function setMfaEnabled(tx: Tx, userId: string, isMfaEnabled: boolean): Promise<void> {
  return users.update(tx.db, userId, { isMfaEnabled }, tx.now);
}

/** Keeps the same password at another cost. */
export function renewHash({ db }: Tx, userId: string, passwordHash: string): Promise<void> {
  return users.replaceHash(db, userId, passwordHash);
}

import "server-only";
import { audit } from "@/lib/audit/audit";
import { authorize, enforce, requireRecentIdentity } from "@/lib/authorize";
import { releaseConfigs, switchConfigs } from "@/lib/client-config/owner-effects";
import type { Context, Tx } from "@/lib/context";
import { hashPassword } from "@/lib/crypto/passwords";
import { transaction } from "@/lib/db/transaction";
import type { Versioned } from "@/lib/errors";
import { groupsOf, lockForMembership, noteMemberships } from "@/lib/group/effects";
import { dropTotp, endPreAuthTokensOf } from "@/lib/mfa/effects";
import { dropRequests } from "@/lib/pending-user/effects";
import { isSelf } from "@/lib/permissions";
import type { ReachChange } from "@/lib/reach/change";
import { dropLostConfigs, goneAlong, lockLosing } from "@/lib/reach/losing";
import { roleOf } from "@/lib/role/effects";
import { signInSettings } from "@/lib/server-settings/effects";
import { endSessionsOf } from "@/lib/session/effects";
import { revokeTokensOf } from "@/lib/token/effects";
import { deletionOf, snapshotOf, statusChange, userAudit } from "./audit";
import {
  answerOf,
  insertUser,
  lockUser,
  readUser,
  requireVersion,
  taken,
  targetOf,
} from "./effects";
import { userExportAudit } from "./export-audit";
import * as pages from "./page-repository";
import {
  canDeleteUser,
  canGiveRole,
  canSetDisabled,
  canUpdateUser,
  groupsAfter,
  groupsOfNew,
  membershipChange,
  stateAllowsUpdate,
  switchesMfaOff,
} from "./policy";
import * as users from "./repository";
import type { User, UserCreate, UserDetail, UserListQuery, UserPage, UserUpdate } from "./schema";

/** Every user by username, in batches. */
export function listUsers(ctx: Context): AsyncIterable<User[]> {
  authorize(ctx, "users:list");
  return users.findBatches(ctx.db, ctx.now);
}

export async function pageUsers(ctx: Context, query: UserListQuery): Promise<UserPage> {
  authorize(ctx, "users:list");
  return pages.findPage(ctx.db, query, ctx.now);
}

/** All that the query selects, in batches: the one read that is noted. */
export async function exportUsers(
  ctx: Context,
  { page: _page, per_page: _perPage, ...query }: UserListQuery,
): Promise<AsyncIterable<User[]>> {
  authorize(ctx, "users:list");
  await transaction(ctx, (tx) =>
    audit(tx, userExportAudit, {
      verb: "user.export",
      target: "",
      targetName: "",
      before: {},
      after: query,
    }),
  );
  return pages.findAll(ctx.db, { ...query, page: 1, per_page: 1 }, ctx.now);
}

export async function getUser(ctx: Context, username: string): Promise<Versioned<User>> {
  authorize(ctx, "users:read", { user: username });
  return answerOf(ctx, await readUser(ctx, username));
}

export async function getUserDetail(
  ctx: Context,
  username: string,
): Promise<Versioned<UserDetail>> {
  const { entity, etag } = await getUser(ctx, username);
  const [role, groups] = await Promise.all([
    roleOf(ctx, entity.platform_role_id),
    groupsOf(ctx, Object.keys(entity.user_group_ids)),
  ]);
  return { entity: { ...entity, platform_role: role, user_group_ids: groups }, etag };
}

export async function createUser(
  ctx: Context,
  username: string,
  input: UserCreate,
): Promise<Versioned<User>> {
  authorize(ctx, "users:write");
  enforce(canGiveRole(ctx.actor, input.platform_role_id));
  const passwordHash = await hashPassword(input.password);
  const groupIds = groupsOfNew(input.platform_role_id, input.user_group_ids);

  return transaction(ctx, async (tx) => {
    if (await users.isTaken(tx.db, username)) throw taken(username);
    await lockForMembership(tx, groupIds, "user_group_ids");
    return insertUser(tx, {
      username,
      passwordHash,
      displayName: input.display_name,
      platformRoleId: input.platform_role_id,
      externalId: input.external_identity_provider_id,
      isDisabled: input.account_disabled,
      groupIds,
    });
  });
}

export async function updateUser(
  ctx: Context,
  username: string,
  input: UserUpdate,
): Promise<Versioned<User>> {
  authorize(ctx, "users:update", { user: username });
  const passwordHash =
    input.password === undefined ? undefined : await hashPassword(input.password);

  return transaction(ctx, async (tx) => {
    const { before, membership, reach } = await checkUserUpdate(tx, username, input);
    const changes = changesOf(tx, before.entity, input);
    const isMembershipChange = membership.added.length + membership.removed.length > 0;
    const isChange = Object.keys(changes).length > 0 || isMembershipChange;
    if (!isChange && passwordHash === undefined) return answerOf(tx, before);

    const lost = await dropLostConfigs(tx, reach);
    await users.update(tx.db, before.id, { ...changes, passwordHash }, tx.now);
    await users.changeMemberships(tx.db, before.id, membership);
    await noteMemberships(tx, membership);
    await endWhatItEnds(tx, before.id, changes, passwordHash !== undefined);
    const after = await lockUser(tx, username);
    await audit(tx, userAudit, {
      verb: "user.update",
      ...targetOf(after),
      before: { ...snapshotOf(before.entity), ...goneAlong(lost.total) },
      after: {
        ...snapshotOf(after.entity),
        ...(passwordHash !== undefined && { password: "changed" }),
      },
    });
    return answerOf(tx, after);
  });
}

/**
 * What an update is refused for, before it writes; in a preview of it the same, without locks.
 * @returns the user, locked, the groups that they join and leave, and what that changes of what they reach
 */
export async function checkUserUpdate(tx: Tx, username: string, input: UserUpdate) {
  await lockLosing(tx, "few");
  const before = await lockUser(tx, username);
  await requireChangeable(tx, before, input);
  const groupIds = groupsAfter(before.entity, input);
  const membership = membershipChange(before.entity, groupIds);
  await lockForMembership(tx, [...membership.added, ...membership.removed], "user_group_ids");
  const reach: ReachChange = { users: [{ userId: before.id, groupIds }] };
  return { before, membership, reach };
}

/** In the order of the answers: rights, sudo, version, state. */
async function requireChangeable(
  tx: Tx,
  stored: users.StoredUser,
  input: UserUpdate,
): Promise<void> {
  const { entity: user } = stored;
  enforce(canUpdateUser(tx.actor, user, input));
  const dropsMfa = switchesMfaOff(tx.actor, user, input);
  const needsSudo = input.password !== undefined || dropsMfa;
  if (needsSudo && isSelf(tx.actor, user.username)) requireRecentIdentity(tx);
  requireVersion(tx, stored);
  const isMfaEnforced = dropsMfa && (await signInSettings(tx.db)).mfaEnforced;
  enforce(stateAllowsUpdate(tx.actor, user, input, { isMfaEnforced }));
}

type Columns = Pick<
  Parameters<typeof users.update>[2],
  "displayName" | "platformRoleId" | "isDisabled" | "isMfaEnabled"
>;

/** The columns that the input really changes. */
function changesOf({ actor }: Tx, user: User, input: UserUpdate): Columns {
  const { display_name: name, platform_role_id: role, account_disabled: isDisabled } = input;
  return {
    ...(name !== undefined && name !== user.display_name && { displayName: name }),
    ...(role !== undefined && role !== user.platform_role_id && { platformRoleId: role }),
    ...(isDisabled !== undefined && isDisabled !== user.account_disabled && { isDisabled }),
    ...(switchesMfaOff(actor, user, input) && { isMfaEnabled: false }),
  };
}

/** A new role revokes the tokens; a new password or disabling, which nobody does to themselves, ends the other sessions. */
async function endWhatItEnds(
  tx: Tx,
  userId: string,
  { platformRoleId, isDisabled, isMfaEnabled }: Columns,
  hasNewPassword: boolean,
): Promise<void> {
  if (isMfaEnabled === false) await dropTotp(tx, userId);
  if (hasNewPassword || platformRoleId !== undefined || isDisabled !== undefined) {
    await endPreAuthTokensOf(tx, [userId]);
  }
  if (platformRoleId !== undefined) await revokeTokensOf(tx, [userId]);
  if (hasNewPassword || isDisabled === true)
    await endSessionsOf(tx, [userId], { butCurrent: true });
}

interface Deletion {
  /** The plain client configs too, which else stay without an owner. */
  takesPlainConfigs: boolean;
}

export async function deleteUser(
  ctx: Context,
  username: string,
  { takesPlainConfigs: takesPlain }: Deletion,
): Promise<string> {
  authorize(ctx, "users:write");
  return transaction(ctx, async (tx) => {
    const before = await lockUser(tx, username);
    enforce(canDeleteUser(tx.actor, before.entity));
    requireVersion(tx, before);

    await noteMemberships(tx, { added: [], removed: Object.keys(before.entity.user_group_ids) });
    const configs = await releaseConfigs(tx, { ownerIds: [before.id], takesPlain });
    await users.removeMany(tx.db, [before.id]);
    await dropRequests(tx, [username]);
    await audit(tx, userAudit, {
      verb: "user.delete",
      ...targetOf(before),
      before: deletionOf(before.entity, configs.get(before.id)),
      after: null,
    });
    return `${username} deleted.`;
  });
}

interface Status {
  isDisabled: boolean;
  /** All client configs of the user too, also where the user is as they should be. */
  switchesConfigs: boolean;
}

/** Enables or disables; repeating what is so changes nothing. */
export async function setUserDisabled(
  ctx: Context,
  username: string,
  { isDisabled, switchesConfigs }: Status,
): Promise<null> {
  authorize(ctx, "users:write");
  return transaction(ctx, async (tx) => {
    const before = await lockUser(tx, username);
    enforce(canSetDisabled(tx.actor, before.entity));
    requireVersion(tx, before);

    const ids = [before.id];
    if (before.entity.account_disabled !== isDisabled) {
      await users.setDisabledMany(tx.db, ids, isDisabled, tx.now);
      if (isDisabled) await endSessionsOf(tx, ids);
      await endPreAuthTokensOf(tx, ids);
    }
    const configs = switchesConfigs
      ? await switchConfigs(tx, { ownerIds: ids, isEnabled: !isDisabled })
      : new Map<string, number>();
    await audit(tx, userAudit, {
      ...statusChange(before.entity, { isDisabled, configs: configs.get(before.id) }),
      ...targetOf(before),
    });
    return null;
  });
}

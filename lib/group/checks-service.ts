/** What calls about groups are refused for, before they write; in a preview of a call the same, without locks. */
import "server-only";
import { isDeepStrictEqual } from "node:util";
import { v7 as uuidv7 } from "uuid";
import { enforce } from "@/lib/authorize";
import type { Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { conflict, invalid, notFound } from "@/lib/errors";
import { actorName } from "@/lib/permissions";
import { lockLosing } from "@/lib/reach/losing";
import { lockMembers, lockUsers, type StoredUser } from "@/lib/user/effects";
import { requireMatch } from "@/lib/versions";
import { toIdSet } from "@/lib/wire";
import { badGrants, lockGranted } from "./grants-service";
import { canChangeGroup } from "./change-policy";
import { canMove, noSuchUser, stateAllowsMembers } from "./policy";
import * as groups from "./repository";
import {
  groupIdOf,
  groupInputOf,
  newGroupOf,
  type GroupCreate,
  type GroupInput,
  type GroupUpdate,
  type UserGroup,
} from "./schema";

/** @returns the group as it would be, and who would be in it, locked */
export async function checkNewGroup(tx: Tx, body: GroupCreate) {
  const input = newGroupOf(body);
  const id = uuidv7();
  const members = await lockUsers(tx, input.members ?? []);
  requireMovable(tx, id, { added: members, removed: [] });
  const after = changed(emptyGroup(tx, id), input);
  if (input.members && input.members.length > 0) enforce(stateAllowsMembers(after));
  await requireFreeName(tx, input);
  await requireReferences(tx, input, members);
  return { after, members, input };
}

function emptyGroup(tx: Tx, id: string): UserGroup {
  return {
    id,
    name: "",
    default: false,
    external_identity_provider_id: "",
    network_roles: {},
    color_code: "",
    meta_data: "",
    created_by: actorName(tx.actor),
    created_at: tx.now.toISOString(),
    updated_at: tx.now.toISOString(),
    member_count: 0,
  };
}

/** @returns the group, locked, and as the input leaves it; who comes and goes, locked; whom it names */
export async function checkGroupUpdate(tx: Tx, body: GroupUpdate) {
  const [id, input] = [groupIdOf(body), groupInputOf(body)];
  await lockLosing(tx, input.network_roles ? "many" : "few");
  const named = await lockBefore(tx, id, input);
  const before = await locked(tx, id);
  const { entity: group } = before;
  enforce(canChangeGroup(tx.actor, group));
  const move = input.members === undefined ? nobody : await moveTo(tx, id, named);
  requireMovable(tx, id, move);
  requireMatch(tx.ifMatch, before);

  const after = changed(group, input);
  if (isMove(move) || named.length < new Set(input.members).size) {
    enforce(stateAllowsMembers(group));
    enforce(stateAllowsMembers(after));
  }
  if (after.name !== group.name) await requireFreeName(tx, input, id);
  await requireReferences(tx, input, named);
  return { before, after, move, named, input };
}

/**
 * Locks what else a change of a group locks, in the order of all: users, networks, roles, groups. Calls that take
 * them in another order end each other.
 * @returns the users that it names
 */
async function lockBefore(
  tx: Tx,
  id: string,
  { members: wanted, network_roles: grants }: GroupInput,
): Promise<StoredUser[]> {
  const members = wanted ?? [];
  if (tx.isPreview) return lockUsers(tx, members);
  await requireChangeable(tx, id);
  const leaving = wanted === undefined ? [] : await groups.membersBeside(tx.db, id, members);
  const users = await lockUsers(tx, [...members, ...leaving]);
  if (grants) await lockGranted(tx, grants);
  const named = new Set(members);
  return users.filter(({ entity }) => named.has(entity.username));
}

/** Before anything is locked: a group that nobody may change can be everybody's. */
async function requireChangeable(tx: Tx, id: string): Promise<void> {
  const stored = await groups.findById(tx.db, id);
  if (!stored) throw notFound("group", id);
  enforce(canChangeGroup(tx.actor, stored.entity));
}

/** @returns the group, locked */
export async function checkGroupRemoval(tx: Tx, id: string): Promise<groups.StoredGroup> {
  if (!tx.isPreview) {
    await requireChangeable(tx, id);
    await lockLosing(tx, "few");
    await lockMembers(tx, [id]);
  }
  const before = await locked(tx, id);
  enforce(canChangeGroup(tx.actor, before.entity));
  requireMatch(tx.ifMatch, before);
  return before;
}

/** @throws AppError `not_found` */
export async function locked(tx: Tx, id: string): Promise<groups.StoredGroup> {
  const stored = tx.isPreview ? await groups.findById(tx.db, id) : await groups.lockById(tx.db, id);
  if (!stored) throw notFound("group", id);
  return stored;
}

export interface Move {
  added: readonly StoredUser[];
  removed: readonly StoredUser[];
}

const nobody: Move = { added: [], removed: [] };

export function isMove({ added, removed }: Move): boolean {
  return added.length + removed.length > 0;
}

/** What makes these the members of a group, and nobody else; in a preview one stands for all who go. */
async function moveTo(tx: Tx, id: string, members: readonly StoredUser[]): Promise<Move> {
  const names = members.map(({ entity }) => entity.username);
  const others = tx.isPreview
    ? await groups.firstMemberBeside(tx.db, id, names)
    : await groups.membersBeside(tx.db, id, names);
  return {
    added: members.filter(({ entity }) => !(id in entity.user_group_ids)),
    removed: await lockUsers(tx, others),
  };
}

/** @throws AppError `forbidden` where the caller may not change one of those who come in or go */
function requireMovable(tx: Tx, groupId: string, { added, removed }: Move): void {
  for (const { entity } of added) {
    enforce(canMove(tx.actor, entity, { groupId, isLeaving: false }));
  }
  for (const { entity } of removed) {
    enforce(canMove(tx.actor, entity, { groupId, isLeaving: true }));
  }
}

/** The group as the input leaves it. */
function changed(group: UserGroup, input: GroupInput): UserGroup {
  const { network_roles: grants } = input;
  const granted =
    grants &&
    Object.fromEntries(Object.entries(grants).map(([network, ids]) => [network, toIdSet(ids)]));
  // The same grants in another order are no change.
  const isNew = granted !== undefined && !isDeepStrictEqual(granted, group.network_roles);
  return {
    ...group,
    name: input.name ?? group.name,
    external_identity_provider_id:
      input.external_identity_provider_id ?? group.external_identity_provider_id,
    color_code: input.color_code ?? group.color_code,
    meta_data: input.meta_data ?? group.meta_data,
    network_roles: isNew ? granted : group.network_roles,
  };
}

/** @throws AppError `invalid` with every member, network and role that does not exist or does not fit */
async function requireReferences(
  tx: Tx,
  { members = [], network_roles: grants = {}, prefix }: GroupInput,
  found: readonly StoredUser[],
): Promise<void> {
  const known = new Set(found.map(({ entity }) => entity.username));
  const errors = [
    ...members.flatMap((name, index) =>
      known.has(name) ? [] : [{ path: `members.${String(index)}`, message: noSuchUser(name) }],
    ),
    ...(await badGrants(tx, grants, prefix)),
  ];
  if (errors.length > 0) throw invalid(errors);
}

/** @param ownId of the group that is about to be called so */
async function requireFreeName(tx: Tx, input: GroupInput, ownId?: string): Promise<void> {
  const holder = await groups.findNamed(tx.db, [input.name ?? ""]);
  if (holder && holder.id !== ownId) throw nameTaken(input, holder.name);
}

export function nameTakenMeanwhile(input: GroupInput) {
  return (error: unknown): never => {
    throw isUniqueViolation(error) ? nameTaken(input) : error;
  };
}

function nameTaken({ name = "", prefix }: GroupInput, taken = name) {
  return conflict(`There is a group "${taken}" already.`, `${prefix}name`);
}

import "server-only";
import { isDeepStrictEqual } from "node:util";
import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/audit";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { conflict, invalid, notFound, type Versioned } from "@/lib/errors";
import { actorName } from "@/lib/permissions";
import { lockUsers, moveMembers, type StoredUser } from "@/lib/user/effects";
import { requireMatch, toVersioned } from "@/lib/versions";
import { toIdSet } from "@/lib/wire";
import { groupAudit, snapshotOf, targetOf } from "./audit";
import { emptyGroups } from "./effects";
import { badGrants, grantsOf } from "./grants-service";
import { canChangeGroup, canMove, noSuchUser, stateAllowsMembers } from "./policy";
import * as groups from "./repository";
import {
  groupIdOf,
  groupInputOf,
  newGroupOf,
  type GroupCreate,
  type GroupInput,
  type GroupListQuery,
  type GroupPage,
  type GroupUpdate,
  type UserGroup,
} from "./schema";

const LONG_MS = 120_000;

/** All groups by name, in batches. */
export function listGroups(ctx: Context): AsyncIterable<UserGroup[]> {
  authorize(ctx, "groups:read");
  return groups.findBatches(ctx.db);
}

export function pageGroups(ctx: Context, query: GroupListQuery): Promise<GroupPage> {
  authorize(ctx, "groups:read");
  return groups.findPage(ctx.db, query);
}

export async function getGroup(ctx: Context, id: string): Promise<Versioned<UserGroup>> {
  authorize(ctx, "groups:read");
  const stored = await groups.findById(ctx.db, id);
  if (!stored) throw notFound("group", id);
  return toVersioned(stored);
}

export async function createGroup(ctx: Context, body: GroupCreate): Promise<Versioned<UserGroup>> {
  authorize(ctx, "groups:write");
  const input = newGroupOf(body);
  return transaction(
    ctx,
    async (tx) => {
      const id = uuidv7();
      const members = await lockUsers(tx, input.members ?? []);
      requireMovable(tx, id, { added: members, removed: [] });
      const after = changed(emptyGroup(tx, id), input);
      if (members.length > 0) enforce(stateAllowsMembers(after));
      await requireFreeName(tx, input);
      await requireReferences(tx, input, members);

      await groups
        .create(tx.db, { ...columnsOf(after), id, ...ownColumns(tx) }, tx.now)
        .catch(nameTakenMeanwhile(input));
      await groups.addGrants(tx.db, id, grantsOf(after.network_roles));
      await moveMembers(tx, id, { added: members, removed: [] });
      await audit(tx, groupAudit, {
        verb: "group.create",
        ...targetOf(after),
        before: null,
        after: { ...snapshotOf(after), ...(members.length > 0 && { added: members.length }) },
      });
      return toVersioned(await locked(tx, id));
    },
    { timeoutMs: LONG_MS },
  );
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

function ownColumns(tx: Tx) {
  return { isDefault: false, networkId: null, createdBy: actorName(tx.actor) };
}

export async function updateGroup(ctx: Context, body: GroupUpdate): Promise<Versioned<UserGroup>> {
  authorize(ctx, "groups:write");
  const [id, input] = [groupIdOf(body), groupInputOf(body)];
  return transaction(
    ctx,
    async (tx) => {
      const named = await lockUsers(tx, input.members ?? []);
      const before = await locked(tx, id);
      const { entity: group } = before;
      enforce(canChangeGroup(tx.actor, group));
      const move = input.members === undefined ? nobody : await moveTo(tx, id, named);
      requireMovable(tx, id, move);
      requireMatch(tx.ifMatch, before);

      const after = changed(group, input);
      const isMove = move.added.length + move.removed.length > 0;
      if (isMove) {
        enforce(stateAllowsMembers(group));
        enforce(stateAllowsMembers(after));
      }
      if (after.name !== group.name) await requireFreeName(tx, input, id);
      await requireReferences(tx, input, named);

      const isChange = !isDeepStrictEqual(group, after);
      if (!isChange && !isMove) return toVersioned(before);
      if (isChange) {
        await groups.update(tx.db, id, columnsOf(after), tx.now).catch(nameTakenMeanwhile(input));
      }
      if (!isDeepStrictEqual(group.network_roles, after.network_roles)) {
        await groups.setGrants(tx.db, id, grantsOf(after.network_roles));
      }
      await moveMembers(tx, id, move);
      await audit(tx, groupAudit, {
        verb: "group.update",
        ...targetOf(after),
        before: snapshotOf(group),
        after: { ...snapshotOf(after), ...countsOf(move) },
      });
      return toVersioned(await locked(tx, id));
    },
    { timeoutMs: LONG_MS },
  );
}

/** Deletes a group; whoever was in it is in it no more. */
export async function deleteGroup(ctx: Context, id: string): Promise<null> {
  authorize(ctx, "groups:write");
  return transaction(
    ctx,
    async (tx) => {
      const before = await locked(tx, id);
      enforce(canChangeGroup(tx.actor, before.entity));
      requireMatch(tx.ifMatch, before);
      const memberships = await emptyGroups(tx, [id]);
      await groups.remove(tx.db, id);
      await audit(tx, groupAudit, {
        verb: "group.delete",
        ...targetOf(before.entity),
        before: { ...snapshotOf(before.entity), memberships },
        after: null,
      });
      return null;
    },
    { timeoutMs: LONG_MS },
  );
}

/** @throws AppError `not_found` */
async function locked(tx: Tx, id: string): Promise<groups.StoredGroup> {
  const stored = await groups.lockById(tx.db, id);
  if (!stored) throw notFound("group", id);
  return stored;
}

interface Move {
  added: readonly StoredUser[];
  removed: readonly StoredUser[];
}

const nobody: Move = { added: [], removed: [] };

/** What makes these the members of a group, and nobody else. */
async function moveTo(tx: Tx, id: string, members: readonly StoredUser[]): Promise<Move> {
  const names = members.map(({ entity }) => entity.username);
  const others = await groups.membersBeside(tx.db, id, names);
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

function columnsOf(group: UserGroup) {
  return {
    name: group.name,
    externalId: group.external_identity_provider_id,
    colorCode: group.color_code,
    metaData: group.meta_data,
  };
}

function countsOf({ added, removed }: Move) {
  return {
    ...(added.length > 0 && { added: added.length }),
    ...(removed.length > 0 && { removed: removed.length }),
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

function nameTakenMeanwhile(input: GroupInput) {
  return (error: unknown): never => {
    throw isUniqueViolation(error) ? nameTaken(input) : error;
  };
}

function nameTaken({ name = "", prefix }: GroupInput, taken = name) {
  return conflict(`There is a group "${taken}" already.`, `${prefix}name`);
}

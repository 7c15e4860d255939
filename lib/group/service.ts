import "server-only";
import { isDeepStrictEqual } from "node:util";
import { audit } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { notFound, type Versioned } from "@/lib/errors";
import { actorName } from "@/lib/permissions";
import { dropLostConfigs, goneAlong } from "@/lib/reach/losing";
import { moveMembers } from "@/lib/user/effects";
import { toVersioned } from "@/lib/versions";
import { countsOf, groupAudit, snapshotOf, targetOf } from "./audit";
import {
  checkGroupRemoval,
  checkGroupUpdate,
  checkNewGroup,
  isMove,
  locked,
  nameTakenMeanwhile,
} from "./checks-service";
import { emptyGroups } from "./effects";
import { grantsOf } from "./grants";
import { reachOfUpdate } from "./reach";
import * as groups from "./repository";
import type { GroupCreate, GroupListQuery, GroupPage, GroupUpdate, UserGroup } from "./schema";

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
  return transaction(
    ctx,
    async (tx) => {
      const { after, members, input } = await checkNewGroup(tx, body);
      const { id } = after;
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

function ownColumns(tx: Tx) {
  return { isDefault: false, networkId: null, createdBy: actorName(tx.actor) };
}

export async function updateGroup(ctx: Context, body: GroupUpdate): Promise<Versioned<UserGroup>> {
  authorize(ctx, "groups:write");
  return transaction(
    ctx,
    async (tx) => {
      const { before, after, move, named, input } = await checkGroupUpdate(tx, body);
      const { entity: group } = before;
      const { id } = group;
      const isChange = !isDeepStrictEqual(group, after);
      if (!isChange && !isMove(move)) return toVersioned(before);
      const lost = await dropLostConfigs(tx, reachOfUpdate(after, input, named));
      if (isChange) {
        await groups.update(tx.db, id, columnsOf(after), tx.now).catch(nameTakenMeanwhile(input));
      }
      if (!isDeepStrictEqual(group.network_roles, after.network_roles)) {
        await groups.setGrants(tx.db, id, grantsOf(after.network_roles));
      }
      await moveMembers(tx, id, move, lost);
      await audit(tx, groupAudit, {
        verb: "group.update",
        ...targetOf(after),
        before: { ...snapshotOf(group), ...goneAlong(lost.total) },
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
      const before = await checkGroupRemoval(tx, id);
      const { total } = await dropLostConfigs(tx, { group: id });
      const memberships = await emptyGroups(tx, [id]);
      await groups.remove(tx.db, id);
      await audit(tx, groupAudit, {
        verb: "group.delete",
        ...targetOf(before.entity),
        before: { ...snapshotOf(before.entity), memberships, ...goneAlong(total) },
        after: null,
      });
      return null;
    },
    { timeoutMs: LONG_MS },
  );
}

function columnsOf(group: UserGroup) {
  return {
    name: group.name,
    externalId: group.external_identity_provider_id,
    colorCode: group.color_code,
    metaData: group.meta_data,
  };
}

/**
 * What a call would change of what people may reach, before anybody makes it. What the call is refused for is
 * found by the same checks, and who reaches what by the same statements, over the rows as they would be.
 */
import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { toPage } from "@/lib/db/paging";
import { previewTransaction } from "@/lib/db/transaction";
import { AppError, invalid, notFound } from "@/lib/errors";
import { lockGateways } from "@/lib/gateway/effects";
import { checkGroupRemoval, checkGroupUpdate, checkNewGroup } from "@/lib/group/checks-service";
import { grantsOf } from "@/lib/group/grants-service";
import type { UserGroup } from "@/lib/group/schema";
import { checkNetworkRemoval } from "@/lib/network/service";
import type { ReachChange } from "@/lib/reach/change";
import { findDifference, type ChangedPerson } from "@/lib/reach/change-repository";
import { checkNewRole, checkRoleRemoval, checkRoleUpdate } from "@/lib/role/checks-service";
import { checkUserUpdate } from "@/lib/user/service";
import type { AccessChange, AccessPreview, AccessPreviewQuery } from "./schema";

/** @throws AppError whatever the call would be refused with, its paths those of the body here */
export async function previewAccess(
  ctx: Context,
  body: AccessChange,
  query: AccessPreviewQuery,
): Promise<AccessPreview> {
  authorize(ctx, "access:preview");
  return previewTransaction(ctx, async (tx) => {
    const change = await reachChangeOf(tx, body);
    const { gain, lose, total, people } = await findDifference(tx.db, change, query);
    const page = toPage(people.map(toWire), query, { total, isEstimate: false });
    return { ...page, gain, lose, client_configs: 0 };
  });
}

function toWire({ username, displayName, gains, loses }: ChangedPerson) {
  return {
    username,
    display_name: displayName,
    gains: { networks: gains, gateways: [] },
    loses: { networks: loses, gateways: [] },
  };
}

/** The change that a call makes, once nothing is found for which it would be refused. */
function reachChangeOf(tx: Tx, body: AccessChange): Promise<ReachChange> {
  const { role, group, user, delete: removal } = body;
  if (role) return within("role", () => roleChange(tx, role));
  if (group) return within("group", () => groupChange(tx, group));
  if (user) return within("user", () => userChange(tx, user));
  return within("delete", () => removalChange(tx, removal ?? {}));
}

type Part<Key extends keyof AccessChange> = NonNullable<AccessChange[Key]>;

/** A role stays with its network, and whoever grants it goes on granting it: nobody reaches more or less. */
async function roleChange(tx: Tx, { change, create }: Part<"role">): Promise<ReachChange> {
  if (change) await checkRoleUpdate(tx, change);
  else await checkNewRole(tx, create);
  return {};
}

async function groupChange(tx: Tx, { change, create }: Part<"group">): Promise<ReachChange> {
  if (change) {
    const { after, named, input } = await checkGroupUpdate(tx, change);
    return {
      ...(input.network_roles && granting(after)),
      ...(input.members && having(after.id, named)),
    };
  }
  const { after, members } = await checkNewGroup(tx, create);
  return { ...granting(after), ...having(after.id, members) };
}

function granting({ id, network_roles }: UserGroup): ReachChange {
  const networkIds = grantsOf(network_roles).map(({ networkId }) => networkId);
  return { grants: { groupId: id, networkIds } };
}

function having(groupId: string, members: readonly { id: string }[]): ReachChange {
  return { members: { groupId, userIds: members.map(({ id }) => id) } };
}

async function userChange(tx: Tx, { username, ...input }: Part<"user">): Promise<ReachChange> {
  const { before, groupIds } = await checkUserUpdate(tx, username, input);
  return { user: { userId: before.id, groupIds } };
}

async function removalChange(tx: Tx, removal: Part<"delete">): Promise<ReachChange> {
  const { role_id: role, group_id: group, network_id: network, gateway_id: gateway } = removal;
  if (role !== undefined) {
    await checkRoleRemoval(tx, role);
    return { role };
  }
  if (group !== undefined) {
    await checkGroupRemoval(tx, group);
    return { group };
  }
  if (network !== undefined) {
    await checkNetworkRemoval(tx, network);
    return { network };
  }
  const id = gateway ?? "";
  if (!(await lockGateways(tx, [id])).has(id)) throw notFound("gateway", id);
  // No network is reached through a gateway as long as nobody is attached to one.
  return {};
}

/** A refusal that names keys of the call's body names them as they stand in the body here. */
async function within<T>(key: keyof AccessChange, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AppError ? below(key, error) : error;
  }
}

function below(key: string, error: AppError): AppError {
  const { fields } = error.details;
  if (!fields) return error;
  const named = fields.map(({ path, message }) => ({ path: `${key}.${path}`, message }));
  if (error.code === "invalid") return invalid(named);
  return new AppError(error.code, error.message, { ...error.details, fields: named });
}

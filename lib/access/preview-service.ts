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
import { checkMove } from "@/lib/group/members-service";
import { reachOfMove, reachOfNew, reachOfUpdate } from "@/lib/group/reach";
import { checkNetworkRemoval } from "@/lib/network/service";
import type { ReachChange } from "@/lib/reach/change";
import { findDifference, type ChangedPerson } from "@/lib/reach/change-repository";
import { countLostConfigs } from "@/lib/reach/losing";
import { checkNewRole, checkRoleRemoval, checkRoleUpdate } from "@/lib/role/checks-service";
import { reachOfRole } from "@/lib/role/reach";
import { checkUserUpdate } from "@/lib/user/service";
import type { AccessChange, AccessPreview, AccessPreviewQuery } from "./schema";

/** @throws AppError whatever the call would be refused with, its paths those of the body here */
export async function previewAccess(
  ctx: Context,
  body: AccessChange,
  query: AccessPreviewQuery,
): Promise<AccessPreview> {
  authorize(ctx, "access:preview");
  // Entity tags mean nothing to it: it has no entity of its own.
  return previewTransaction({ ...ctx, ifMatch: null }, async (tx) => {
    const change = await reachChangeOf(tx, body);
    const { gain, lose, total, people } = await findDifference(tx.db, change, query);
    const page = toPage(people.map(toWire), query, { total, isEstimate: false });
    return { ...page, gain, lose, client_configs: await countLostConfigs(tx.db, change) };
  });
}

function toWire({ username, displayName, gains, loses }: ChangedPerson) {
  return { username, display_name: displayName, gains: reached(gains), loses: reached(loses) };
}

function reached({ networks, gateways }: ChangedPerson["gains"]) {
  return { networks, gateways: gateways.map(({ id, name }) => ({ id, gw_name: name })) };
}

/** The change that a call makes, once nothing is found for which it would be refused. */
function reachChangeOf(tx: Tx, body: AccessChange): Promise<ReachChange> {
  const { role, group, user, delete: removal } = body;
  if (role) return within("role", () => roleChange(tx, role));
  if (group) return within("group", () => groupChange(tx, group));
  if (user) return within("user", () => userChange(tx, user));
  for (const key of ["add_members", "remove_members"] as const) {
    const members = body[key];
    if (members) return within(key, () => membersChange(tx, members, key === "remove_members"));
  }
  return within("delete", () => removalChange(tx, removal ?? {}));
}

type Part<Key extends keyof AccessChange> = NonNullable<AccessChange[Key]>;

/** A new role is granted by nobody yet. */
async function roleChange(tx: Tx, { change, create }: Part<"role">): Promise<ReachChange> {
  if (change) return reachOfRole((await checkRoleUpdate(tx, change)).after);
  await checkNewRole(tx, create);
  return {};
}

async function groupChange(tx: Tx, { change, create }: Part<"group">): Promise<ReachChange> {
  if (change) {
    const { after, named, input } = await checkGroupUpdate(tx, change);
    return reachOfUpdate(after, input, named);
  }
  const { after, members } = await checkNewGroup(tx, create);
  return reachOfNew(after, members);
}

/** Whom the call would skip stays where they are. */
async function membersChange(
  tx: Tx,
  input: Part<"add_members">,
  isLeaving: boolean,
): Promise<ReachChange> {
  const { move } = await checkMove(tx, input, isLeaving);
  return reachOfMove(input.group_id, move);
}

async function userChange(tx: Tx, { username, ...input }: Part<"user">): Promise<ReachChange> {
  return (await checkUserUpdate(tx, username, input)).reach;
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
  const networkId = (await lockGateways(tx, [id])).get(id);
  if (networkId === undefined) throw notFound("gateway", id);
  return { gateway: { id, networkId } };
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

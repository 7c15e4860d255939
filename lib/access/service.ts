import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { toPage } from "@/lib/db/paging";
import { notFound } from "@/lib/errors";
import { countHeld, pageOfHeld } from "@/lib/gateway/effects";
import { groupsOf, groupsSeenBy } from "@/lib/group/effects";
import { can, visibleNetworks } from "@/lib/permissions";
import { toReason } from "@/lib/reach/reasons";
import { findGatewayReasons, findNetworkReasons } from "@/lib/reach/repository";
import { rolesOf } from "@/lib/role/effects";
import { readUser, type StoredUser } from "@/lib/user/effects";
import type { Access, AccessGatewayPage, AccessGatewaysQuery } from "./schema";

/** What a user may reach, with every reason, as far as the actor sees it. A disabled user counts as if enabled. */
export async function getAccess(ctx: Context, username: string): Promise<Access> {
  const user = await readAboutUser(ctx, username);
  const { username: name, account_disabled, user_group_ids: groupIds } = user.entity;
  const seen = networksSeen(ctx, username);
  const [groups, reasons, gateways] = await Promise.all([
    accessGroups(ctx, user, Object.keys(groupIds)),
    findNetworkReasons(ctx.db, [user.id], seen),
    countHeld(ctx, { userId: user.id, networks: seen }),
  ]);
  const networks = new Map<string, Access["networks"][number]>();
  for (const found of reasons) {
    const { netid } = found;
    const network = networks.get(netid) ?? {
      netid,
      gateways: gateways.get(netid) ?? 0,
      reasons: [],
    };
    network.reasons.push(toReason(found));
    networks.set(netid, network);
  }
  return { username: name, account_disabled, groups, networks: [...networks.values()] };
}

/** The gateways that a user has, with every reason. A disabled user counts as if enabled. */
export async function pageAccessGateways(
  ctx: Context,
  { username, ...query }: AccessGatewaysQuery,
): Promise<AccessGatewayPage> {
  const { id: userId } = await readAboutUser(ctx, username);
  const networks = networksSeen(ctx, username);
  const { gateways, total } = await pageOfHeld(ctx, { ...query, userId, networks });
  const reasons = await findGatewayReasons(
    ctx.db,
    [userId],
    gateways.map(({ id }) => id),
  );
  const data = gateways.map(({ id, name, networkId }) => ({
    id,
    gw_name: name,
    network: networkId,
    reasons: reasons.filter(({ gatewayId }) => gatewayId === id).map(toReason),
  }));
  return toPage(data, query, total);
}

/** To network admins nobody exists but service users. @throws AppError `not_found` */
async function readAboutUser(ctx: Context, username: string): Promise<StoredUser> {
  authorize(ctx, "access:read", { user: username });
  const user = await readUser(ctx, username);
  const isOpen = seesWhole(ctx, username) || user.entity.platform_role_id === "service-user";
  if (!isOpen) throw notFound("user", username);
  return user;
}

function seesWhole({ actor }: Context, username: string): boolean {
  return can(actor, "users:read", { user: username });
}

function networksSeen(ctx: Context, username: string): "all" | readonly string[] {
  return seesWhole(ctx, username) ? "all" : visibleNetworks(ctx.actor);
}

async function accessGroups(
  ctx: Context,
  { entity }: StoredUser,
  ids: string[],
): Promise<Access["groups"]> {
  const all = Object.values(await groupsOf(ctx, ids));
  const groups = seesWhole(ctx, entity.username) ? all : await groupsSeenBy(ctx, all);
  const roleIds = groups.flatMap(({ network_roles }) =>
    Object.values(network_roles).flatMap(Object.keys),
  );
  const roles = await rolesOf(ctx, [...new Set(roleIds)]);
  return groups.map(({ id, name, network_roles }) => ({
    id,
    name,
    grants: Object.entries(network_roles).flatMap(([network, ids]) =>
      Object.keys(ids).map((roleId) => ({
        network_id: network,
        role_id: roleId,
        role_name: roles.get(roleId)?.name ?? "",
        right: roles.get(roleId)?.gatewayRight ?? "reach",
      })),
    ),
  }));
}

import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { toPage } from "@/lib/db/paging";
import { requireNetwork } from "@/lib/network/effects";
import type { PlatformRole } from "@/lib/permissions";
import { toReason } from "@/lib/reach/reasons";
import { findNetworkReasons } from "@/lib/reach/repository";
import { sightOf } from "./effects";
import * as reach from "./reach-repository";
import type { StoredUser } from "./repository";
import type { NetworkUserPage, User, UserPage } from "./schema";
import { userSeenBy } from "./view";

/** The users of a network by username, in batches, as the actor sees them. */
export async function listNetworkUsers(
  ctx: Context,
  kind: reach.NetworkUsers,
  network: string,
): Promise<AsyncIterable<User[]>> {
  authorize(ctx, "network-users:read", { network });
  await requireNetwork(ctx, network);
  return seenBatches(ctx, reach.findBatches(ctx.db, { kind, network }, ctx.now));
}

export async function* seenBatches(ctx: Context, batches: AsyncIterable<StoredUser[]>) {
  for await (const batch of batches) yield await seen(ctx, batch);
}

export async function seen(ctx: Context, stored: readonly StoredUser[]): Promise<User[]> {
  const users = stored.map(({ entity }) => entity);
  const sight = await sightOf(ctx, users);
  return users.map((user) => userSeenBy(ctx.actor, user, sight));
}

interface Query {
  network: string;
  q?: string | undefined;
  page: number;
  per_page: number;
  role?: PlatformRole[] | undefined;
}

/** The users who reach a network, each with all reasons. */
export async function pageNetworkUsers(ctx: Context, query: Query): Promise<NetworkUserPage> {
  const { users, total } = await findPage(ctx, "reaching", query);
  const found = await findNetworkReasons(
    ctx.db,
    users.map(({ id }) => id),
    [query.network],
  );
  const data = (await seen(ctx, users)).map((user, index) => ({
    ...user,
    reasons: found.filter(({ userId }) => userId === users[index]?.id).map(toReason),
  }));
  return toPage(data, query, total);
}

export async function pageUnassignedUsers(ctx: Context, query: Query): Promise<UserPage> {
  const { users, total } = await findPage(ctx, "unassigned", query);
  return toPage(await seen(ctx, users), query, total);
}

async function findPage(ctx: Context, kind: reach.NetworkUsers, query: Query) {
  const { network } = query;
  authorize(ctx, "network-users:read", { network });
  await requireNetwork(ctx, network);
  return reach.findPage(ctx.db, { kind, network }, query, ctx.now);
}

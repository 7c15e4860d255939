import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { requireNetwork } from "@/lib/network/effects";
import * as groups from "./repository";
import type { GroupListQuery, GroupPage, UserGroup } from "./schema";
import { groupSeenBy } from "./view";

/** The groups that grant something on a network, by name, in batches, as the actor sees them. */
export async function listGroupsOfNetwork(
  ctx: Context,
  network: string,
): Promise<AsyncIterable<UserGroup[]>> {
  authorize(ctx, "network-users:read", { network });
  await requireNetwork(ctx, network);
  return seen(ctx, groups.findBatches(ctx.db, network));
}

async function* seen({ actor }: Context, batches: AsyncIterable<UserGroup[]>) {
  for await (const batch of batches) yield batch.map((group) => groupSeenBy(actor, group));
}

export async function pageGroupsOfNetwork(
  ctx: Context,
  { network, ...query }: Pick<GroupListQuery, "q" | "page" | "per_page"> & { network: string },
): Promise<GroupPage> {
  authorize(ctx, "network-users:read", { network });
  await requireNetwork(ctx, network);
  const page = await groups.findPage(ctx.db, {
    ...query,
    network: [network],
    sort: "name",
    order: "asc",
  });
  return { ...page, data: page.data.map((group) => groupSeenBy(ctx.actor, group)) };
}

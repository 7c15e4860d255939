import "server-only";
import { authorizeCall, authorizeRow } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { toPage } from "@/lib/db/paging";
import { notFound } from "@/lib/errors";
import { findGateway } from "@/lib/gateway/effects";
import type { Gateway } from "@/lib/gateway/schema";
import { toReason } from "@/lib/reach/reasons";
import { findGatewayReasons } from "@/lib/reach/repository";
import { seen, seenBatches } from "./network-service";
import * as reach from "./reach-repository";
import type { GatewayUsersQuery, NetworkUserPage } from "./schema";

/** The enabled users, no administrators, who have a gateway: by username, in batches, as the actor sees them. */
export async function listGatewayUsers(ctx: Context, id: string) {
  const gateway = await requireGateway(ctx, id);
  const batches = reach.findBatches(ctx.db, usersOf(gateway, reach.ways), ctx.now);
  return {
    head: { node_id: gateway.id, network: gateway.network },
    batches: seenBatches(ctx, batches),
  };
}

/** The same people, each with all reasons. */
export async function pageGatewayUsers(
  ctx: Context,
  id: string,
  query: GatewayUsersQuery,
): Promise<NetworkUserPage> {
  const gateway = await requireGateway(ctx, id);
  const { kind = reach.ways } = query;
  const ways = reach.ways.filter((way) => kind.includes(way));
  const { users, total } = await reach.findPage(ctx.db, usersOf(gateway, ways), query, ctx.now);
  const found = await findGatewayReasons(
    ctx.db,
    users.map((user) => user.id),
    [gateway.id],
  );
  const data = (await seen(ctx, users)).map((user, index) => ({
    ...user,
    reasons: found.filter(({ userId }) => userId === users[index]?.id).map(toReason),
  }));
  return toPage(data, query, total);
}

function usersOf({ id, network }: Gateway, ways: readonly reach.Way[]): reach.UsersOf {
  return { kind: "having", gateway: { id, networkId: network }, ways };
}

/** @throws AppError `not_found`, also where it is in no network of the actor's */
async function requireGateway(ctx: Context, id: string): Promise<Gateway> {
  authorizeCall(ctx, "gateway-users:read", { row: true });
  const missing = () => notFound("gateway", id);
  const gateway = await findGateway(ctx, id);
  if (!gateway) throw missing();
  authorizeRow(ctx, "gateway-users:read", { network: gateway.network }, missing);
  return gateway;
}

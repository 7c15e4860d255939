import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callGateways } from "@/components/lookup/gateways";
import { userKeys } from "@/components/user/queries";
import { lazyClient } from "@/lib/api/client";
import type { AccessGatewayPage } from "@/lib/access/schema";
import type { ClientConfigListQuery } from "@/lib/client-config/schema";
import type { Gateway } from "@/lib/gateway/schema";
import { visibleNetworks, type UserActor } from "@/lib/permissions";
import type { DevicesSelection, GatewaysSelection } from "./list-params";

export const callConfigs = lazyClient(
  async () => (await import("@/lib/client-config/contract")).clientConfigContract,
);
const callAccess = lazyClient(async () => (await import("@/lib/access/contract")).accessContract);

export const deviceKeys = {
  all: ["client-configs"] as const,
  page: (query: ReturnType<typeof devicesInput>) => [...deviceKeys.all, "page", query] as const,
};

/** What is asked for: the client configs of one user. */
export function devicesInput(username: string, query: DevicesSelection) {
  return { ...query, owner: [username] } satisfies Partial<ClientConfigListQuery>;
}

/** One page of somebody's client configs. */
export function devicesQuery(username: string, selection: DevicesSelection) {
  const input = devicesInput(username, selection);
  const { page, per_page: perPage, ...rest } = input;
  return queryOptions({
    queryKey: deviceKeys.page(input),
    queryFn: ({ signal }) =>
      callConfigs("page", {
        query: { ...rest, page: String(page), per_page: String(perPage) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** What most people have are the first ones. */
export const firstGateways: GatewaysSelection = { page: 1, per_page: 25 };

export type OwnGateway = AccessGatewayPage["data"][number];

/** One page of the gateways that a user has, with every reason, by network and name. It changes with the groups, as the users do. */
export function ownGatewaysQuery(
  username: string,
  { page, per_page: perPage, q, network }: GatewaysSelection & { network?: string[] },
) {
  const narrowed = { ...(q !== undefined && { q }), ...(network && { network }) };
  const query = { page: String(page), per_page: String(perPage), ...narrowed };
  return queryOptions({
    queryKey: [...userKeys.all, "access", username, "gateways", query] as const,
    queryFn: ({ signal }) => callAccess("gateways", { query: { username, ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

export interface GatewayState {
  status: Gateway["status"];
  /** Whether a device can be set up: its file needs the gateway's key, and where it is. */
  isReady: boolean;
}

/** How one's own gateways are, by id. */
export function gatewayStatesQuery(actor: UserActor, ids: readonly string[]) {
  const { username } = actor;
  // Administrators have every gateway: only of those that are shown.
  const id = visibleNetworks(actor) === "all" ? [...ids].sort() : null;
  return queryOptions({
    queryKey: [...userKeys.all, "access", username, "gateway-states", id] as const,
    queryFn: async ({ signal }) => {
      if (id !== null) {
        const query = { id, page: "1", per_page: String(Math.max(1, id.length)) };
        return statesIn((await callGateways("page", { query, signal })).data);
      }
      const query = { from_mobile: "true" } as const;
      const answer = await callGateways("ofUser", { params: { username }, query, signal });
      const { Response: held } = answer;
      return statesIn(held.map((each) => ({ ...each, id: each.remote_access_gw_id })));
    },
  });
}

type Told = Pick<Gateway, "id" | "status" | "gw_peer_public_key" | "allowed_endpoints">;

function statesIn(gateways: readonly Told[]): Record<string, GatewayState> {
  return Object.fromEntries(
    gateways.map(({ id, status, gw_peer_public_key: key, allowed_endpoints: endpoints }) => [
      id,
      { status, isReady: key !== "" && endpoints.length > 0 },
    ]),
  );
}

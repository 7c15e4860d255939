import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { heldGateways, type LocatedGateway } from "@/lib/gateway/effects";
import { readUser } from "@/lib/user/effects";
import { findDevices } from "./device-repository";
import type {
  RemoteAccessGateway,
  RemoteAccessGateways,
  RemoteAccessQuery,
} from "./remote-access-schema";
import type { ClientConfig } from "./schema";

/** The gateways that a user has, by network and name; a disabled one has none. */
export async function listRemoteAccessGateways(
  ctx: Context,
  username: string,
  query: RemoteAccessQuery,
): Promise<RemoteAccessGateways> {
  authorize(ctx, "user-gateways:read", { user: username });
  const { id, entity: user } = await readUser(ctx, username);
  const found = user.account_disabled ? [] : await gatewaysOf(ctx, id, query);
  if (query.from_mobile) return { Code: 200, Message: "Gateways", Response: found };
  const networks = new Map<string, RemoteAccessGateway[]>();
  for (const gateway of found) {
    networks.set(gateway.network, [...(networks.get(gateway.network) ?? []), gateway]);
  }
  return Object.fromEntries(networks);
}

async function gatewaysOf(
  ctx: Context,
  userId: string,
  query: RemoteAccessQuery,
): Promise<RemoteAccessGateway[]> {
  const [located, devices] = await Promise.all([
    heldGateways(ctx, userId),
    findDevices(ctx.db, userId, query),
  ]);
  return located.map((each) => toRemoteAccess(each, devices.get(each.gateway.id)));
}

const noDevice: ClientConfig = {
  clientid: "",
  publickey: "",
  network: "",
  dns: "",
  address: "",
  address6: "",
  ingressgatewayid: "",
  ingressgatewayendpoint: "",
  enabled: false,
  ownerid: "",
  remote_access_client_id: "",
  device_id: "",
  device_name: "",
  os: "",
  lastmodified: 0,
};

function toRemoteAccess(
  { gateway, ranges }: LocatedGateway,
  device: ClientConfig | undefined,
): RemoteAccessGateway {
  const { id, addresses, ...rest } = gateway;
  return {
    ...rest,
    remote_access_gw_id: id,
    connected: device !== undefined,
    gw_client: device ?? noDevice,
    network_addresses: ranges,
    addresses: addresses.join(", "),
  };
}

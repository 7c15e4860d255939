/** The gateways of a user as remote access clients read them. */
import { z } from "zod";
import { gateway } from "@/lib/gateway/schema";
import { flag, text } from "@/lib/wire-schemas";
import { clientConfig } from "./schema";

const { shape } = gateway;

const remoteAccessGateway = z
  .object({
    remote_access_gw_id: z.string(),
    gw_name: z.string(),
    network: z.string(),
    /** Whether the user has a device there. */
    connected: z.boolean(),
    is_internet_gateway: z.boolean(),
    /** That device, else one with zero values. */
    gw_client: clientConfig,
    gw_peer_public_key: z.string(),
    gw_listen_port: z.int(),
    metadata: z.string(),
    allowed_endpoints: z.array(z.string()),
    /** The network's ranges: of IPv4 and of IPv6, empty where it has none. */
    network_addresses: z.array(z.string()),
    status: shape.status,
    manage_dns: z.boolean(),
    dns_address: z.string(),
    /** Its own, in CIDR notation, joined by commas. */
    addresses: z.string(),
    match_domains: z.array(z.string()),
    search_domains: z.array(z.string()),
    nameservers: shape.nameservers,
  })
  .meta({ id: "RemoteAccessGateway" });
export type RemoteAccessGateway = z.infer<typeof remoteAccessGateway>;

/** By network; in the envelope, and all in one list, for the mobile clients. */
export const remoteAccessGateways = z.union([
  z.object({
    Code: z.literal(200),
    Message: z.string(),
    Response: z.array(remoteAccessGateway),
  }),
  z.record(z.string(), z.array(remoteAccessGateway)),
]);
export type RemoteAccessGateways = z.infer<typeof remoteAccessGateways>;

export const remoteAccessQuery = z.object({
  device_id: text(255).optional(),
  remote_access_clientid: text(255).optional(),
  from_mobile: flag,
});
export type RemoteAccessQuery = z.output<typeof remoteAccessQuery>;

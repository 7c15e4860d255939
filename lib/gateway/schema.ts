import { z } from "zod";
import { usernameParam } from "@/lib/user/username";
import { longText, nameInput, pageOf, pageQuery, text, withinBody } from "@/lib/wire-schemas";
import { isIpAddress, isHostName, isInterfaceAddress, isPublicKey } from "./addresses";
import { DEFAULT_LISTEN_PORT, gatewaySorts, gatewayStatuses, listBounds } from "./values";

const nameserver = z.object({
  ips: z.array(z.string()),
  match_domain: z.string(),
  is_search_domain: z.boolean(),
  is_fallback: z.boolean(),
  is_ad_domain: z.boolean(),
});

export const gateway = z
  .object({
    id: z.string(),
    gw_name: z.string(),
    network: z.string(),
    is_internet_gateway: z.boolean(),
    gw_peer_public_key: z.string(),
    gw_listen_port: z.int(),
    metadata: z.string(),
    allowed_endpoints: z.array(z.string()),
    /** Its own, in CIDR notation. */
    addresses: z.array(z.string()),
    dns_address: z.string(),
    manage_dns: z.boolean(),
    match_domains: z.array(z.string()),
    search_domains: z.array(z.string()),
    nameservers: z.array(nameserver),
    status: z.enum(gatewayStatuses),
  })
  .meta({ id: "Gateway" });
export type Gateway = z.infer<typeof gateway>;

function listOf(item: z.ZodType<string>) {
  return z.array(item).max(listBounds.texts, `This holds at most ${listBounds.texts} entries.`);
}

const shortText = text(listBounds.characters);
const address = shortText.refine(isIpAddress, "This must be an IP address.");

const publicKey = text().refine(
  (value) => value === "" || isPublicKey(value),
  "This must be a WireGuard public key: 32 bytes in base64, or empty.",
);
const listenPort = z
  .int("This must be a whole number from 0 to 65535.")
  .min(0, "This must be a whole number from 0 to 65535.")
  .max(65_535, "This must be a whole number from 0 to 65535.");

export const nameserverContent = z.object({
  ips: listOf(address).default([]),
  match_domain: shortText.default(""),
  is_search_domain: z.boolean().default(false),
  is_fallback: z.boolean().default(false),
  is_ad_domain: z.boolean().default(false),
});

const content = {
  is_internet_gateway: z.boolean(),
  gw_peer_public_key: publicKey,
  gw_listen_port: listenPort,
  metadata: longText(4096),
  allowed_endpoints: listOf(
    shortText.refine(
      (value) => isIpAddress(value) || isHostName(value),
      "This must be an IP address or a host name.",
    ),
  ),
  addresses: listOf(
    shortText.refine(isInterfaceAddress, "This must be an address such as 10.20.0.1/16."),
  ),
  dns_address: text().refine(
    (value) => value === "" || isIpAddress(value),
    "This must be an IP address, or empty.",
  ),
  manage_dns: z.boolean(),
  match_domains: listOf(shortText),
  search_domains: listOf(shortText),
  nameservers: z
    .array(withinBody(nameserverContent).nullable())
    .max(listBounds.texts, `This holds at most ${listBounds.texts} entries.`)
    .transform((sent) => sent.filter((each) => each !== null)),
  status: z.enum(gatewayStatuses),
};
const name = nameInput("A gateway's name", 64);

export const gatewayCreate = z.object({
  gw_name: name,
  network: text(255).min(1, "A gateway belongs to a network."),
  is_internet_gateway: content.is_internet_gateway.default(false),
  gw_peer_public_key: content.gw_peer_public_key.default(""),
  gw_listen_port: content.gw_listen_port.default(DEFAULT_LISTEN_PORT),
  metadata: content.metadata.default(""),
  allowed_endpoints: content.allowed_endpoints.default([]),
  addresses: content.addresses.default([]),
  dns_address: content.dns_address.default(""),
  manage_dns: content.manage_dns.default(false),
  match_domains: content.match_domains.default([]),
  search_domains: content.search_domains.default([]),
  nameservers: content.nameservers.default([]),
  status: content.status.default("offline"),
});
export type GatewayCreate = z.output<typeof gatewayCreate>;

/** What a person says about a gateway. */
export const gatewayContent = z.object({ gw_name: name, network: text(255), ...content });

/** Absent keys stay as they are. */
export const gatewayUpdate = gatewayContent.partial();
export type GatewayUpdate = z.output<typeof gatewayUpdate>;

const gatewayId = text(255);
export const gatewayIdPath = z.object({ id: gatewayId });
export const attachmentPath = z.object({
  username: usernameParam,
  remote_access_gateway_id: gatewayId,
});

const networks = z.array(z.string()).optional();
export const gatewaysQuery = z.object({ network: networks });
export type GatewaysQuery = z.output<typeof gatewaysQuery>;

export const gatewayListQuery = pageQuery.extend({
  q: z.string().optional(),
  id: z.array(z.string()).optional(),
  network: networks,
  status: z.array(z.enum(gatewayStatuses)).optional(),
  sort: z.enum(gatewaySorts).default("gw_name"),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type GatewayListQuery = z.output<typeof gatewayListQuery>;

const listedGateway = gateway.extend({ client_configs: z.int() });
export const gatewayPage = pageOf(listedGateway);
export type GatewayPage = z.infer<typeof gatewayPage>;

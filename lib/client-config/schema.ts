import { z } from "zod";
import { isIpAddress, isPublicKey } from "@/lib/gateway/addresses";
import { isAddress, plainAddress } from "@/lib/network/range";
import { usernameParam } from "@/lib/user/username";
import { MAX_BULK } from "@/lib/user/values";
import { exactText, flag, pageOf, pageQuery, text } from "@/lib/wire-schemas";
import { configKinds, configSorts, MAX_DEVICE_TEXT } from "./values";

export const clientConfig = z
  .object({
    clientid: z.string(),
    publickey: z.string(),
    network: z.string(),
    dns: z.string(),
    /** Of IPv4, without a mask; empty where the network has no such range. */
    address: z.string(),
    /** Of IPv6. */
    address6: z.string(),
    ingressgatewayid: z.string(),
    /** Where the gateway is reached now: host and port; empty where that is not known. */
    ingressgatewayendpoint: z.string(),
    enabled: z.boolean(),
    /** A username; empty where it belongs to nobody. */
    ownerid: z.string(),
    remote_access_client_id: z.string(),
    device_id: z.string(),
    device_name: z.string(),
    os: z.string(),
    /** Seconds since the epoch. */
    lastmodified: z.int(),
  })
  .meta({ id: "ClientConfig" });
export type ClientConfig = z.infer<typeof clientConfig>;

const newId = exactText()
  .regex(/^[A-Za-z0-9-]{1,64}$/, "A client config's id has 1 to 64 of A-Z, a-z, 0-9 and -.")
  .refine((value) => value !== "bulk", "This id is reserved.");

const publicKey = exactText().refine(
  (value) => value === "" || isPublicKey(value),
  "This must be a WireGuard public key: 32 bytes in base64, or empty.",
);

/** Empty for whatever is free. */
function addressInput(family: 4 | 6) {
  return text().transform((value, ctx) => {
    if (value === "") return "";
    if (isAddress(value, family)) return plainAddress(value);
    ctx.addIssue({
      code: "custom",
      message: `This must be an IPv${String(family)} address without a mask, or empty.`,
    });
    return z.NEVER;
  });
}

const owner = text().transform((value) => value.toLowerCase());

const content = {
  publickey: publicKey,
  dns: text().refine(
    (value) => value === "" || isIpAddress(value),
    "This must be an IP address, or empty.",
  ),
  address: addressInput(4),
  address6: addressInput(6),
  enabled: z.boolean(),
  remote_access_client_id: text(MAX_DEVICE_TEXT),
  device_id: text(MAX_DEVICE_TEXT),
  device_name: text(MAX_DEVICE_TEXT),
  os: text(MAX_DEVICE_TEXT),
};

export const clientConfigCreate = z.object({
  /** Absent: we make one. */
  clientid: newId.optional(),
  network: text(255).min(1, "A client config belongs to a network."),
  ingressgatewayid: text(255).min(1, "A client config belongs to a gateway."),
  /** Absent: whoever calls. */
  ownerid: owner.optional(),
  publickey: content.publickey.default(""),
  dns: content.dns.default(""),
  address: content.address.default(""),
  address6: content.address6.default(""),
  enabled: content.enabled.default(true),
  remote_access_client_id: content.remote_access_client_id.default(""),
  device_id: content.device_id.default(""),
  device_name: content.device_name.default(""),
  os: content.os.default(""),
});
export type ClientConfigCreate = z.output<typeof clientConfigCreate>;

/** Absent keys stay as they are, and so do addresses that are empty. */
export const clientConfigUpdate = z
  .object({
    clientid: text(255),
    network: text(255),
    ingressgatewayid: text(255),
    ownerid: owner,
    ...content,
  })
  .partial();
export type ClientConfigUpdate = z.output<typeof clientConfigUpdate>;

export const clientConfigPath = z.object({ id: text(255) });

const filters = {
  network: z.array(z.string()).optional(),
  gateway: z.array(z.string()).optional(),
  /** Empty for those that belong to nobody. */
  owner: z.array(usernameParam).optional(),
};

export const clientConfigsQuery = z.object(filters);
export type ClientConfigsQuery = z.output<typeof clientConfigsQuery>;

export const clientConfigListQuery = pageQuery.extend({
  q: z.string().optional(),
  ...filters,
  kind: z.enum(configKinds).optional(),
  enabled: z.enum(["true", "false"], 'This must be "true" or "false".').optional(),
  sort: z.enum(configSorts).default("clientid"),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type ClientConfigListQuery = z.output<typeof clientConfigListQuery>;

export const clientConfigPage = pageOf(clientConfig);
export type ClientConfigPage = z.infer<typeof clientConfigPage>;

const ids = z
  .array(text())
  .max(MAX_BULK, `At most ${MAX_BULK.toLocaleString("en")} ids fit into one call.`)
  .transform((given) => [...new Set(given)]);

export const clientConfigBulkDelete = z.object({ ids });
export const clientConfigBulkStatus = z.object({ ids, disable: z.boolean() });
export const clientConfigBulkQuery = z.object({ dry_run: flag });

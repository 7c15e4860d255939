/** A gateway as a person types it: lists as text, an entry on each line. */
import { z } from "zod";
import { isPublicKey } from "@/lib/gateway/addresses";
import { gatewayContent, nameserverContent, type Gateway } from "@/lib/gateway/schema";
import { DEFAULT_LISTEN_PORT } from "@/lib/gateway/values";

const { shape } = gatewayContent;

const nameserver = z.object({
  ips: listOf(nameserverContent.shape.ips, "Enter at least one address."),
  match_domain: z.string().trim().pipe(nameserverContent.shape.match_domain.unwrap()),
  is_search_domain: z.boolean(),
  is_fallback: z.boolean(),
  is_ad_domain: z.boolean(),
});

export const gatewayForm = z.object({
  gw_name: shape.gw_name,
  /** Chosen once. */
  network: z.string().min(1, "Choose a network."),
  status: shape.status,
  is_internet_gateway: shape.is_internet_gateway,
  gw_peer_public_key: z.string().trim().pipe(shape.gw_peer_public_key),
  gw_listen_port: z
    .string()
    .transform((text) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN))
    .pipe(shape.gw_listen_port),
  allowed_endpoints: listOf(shape.allowed_endpoints),
  addresses: listOf(shape.addresses),
  dns_address: z.string().trim().pipe(shape.dns_address),
  manage_dns: shape.manage_dns,
  match_domains: listOf(shape.match_domains),
  search_domains: listOf(shape.search_domains),
  nameservers: z.array(nameserver),
  metadata: shape.metadata,
});

export type GatewayFormInput = z.input<typeof gatewayForm>;

export const emptyNameserver: GatewayFormInput["nameservers"][number] = {
  ips: "",
  match_domain: "",
  is_search_domain: false,
  is_fallback: false,
  is_ad_domain: false,
};

export const emptyGateway: GatewayFormInput = {
  gw_name: "",
  network: "",
  status: "offline",
  is_internet_gateway: false,
  gw_peer_public_key: "",
  gw_listen_port: String(DEFAULT_LISTEN_PORT),
  allowed_endpoints: "",
  addresses: "",
  dns_address: "",
  manage_dns: false,
  match_domains: "",
  search_domains: "",
  nameservers: [],
  metadata: "",
};

export function gatewayValuesOf(gateway: Gateway): GatewayFormInput {
  const { id: _id, ...rest } = gateway;
  return {
    ...rest,
    gw_listen_port: String(gateway.gw_listen_port),
    allowed_endpoints: linesOf(gateway.allowed_endpoints),
    addresses: linesOf(gateway.addresses),
    match_domains: linesOf(gateway.match_domains),
    search_domains: linesOf(gateway.search_domains),
    nameservers: gateway.nameservers.map(({ ips, ...server }) => ({
      ...server,
      ips: ips.join(", "),
    })),
  };
}

function linesOf(entries: readonly string[]): string {
  return entries.join("\n");
}

/** What stands in a text, between line breaks, blanks, commas and semicolons; each once. */
export function entriesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((entry) => entry !== ""))];
}

/** A text with the entries of a list; what is wrong with one of them names it. */
function listOf(list: z.ZodType<string[]>, required?: string) {
  return z.string().transform((text, ctx): string[] => {
    const entries = entriesIn(text);
    if (entries.length === 0 && required !== undefined) {
      ctx.addIssue({ code: "custom", message: required });
      return z.NEVER;
    }
    const read = list.safeParse(entries);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) {
      const [index] = path;
      const entry = typeof index === "number" ? entries[index] : undefined;
      ctx.addIssue({
        code: "custom",
        message: entry === undefined ? message : `“${entry}”: ${message}`,
      });
    }
    return z.NEVER;
  });
}

const KEY_CHARACTERS = 44;

/** What is known of a public key while it is typed; null while there is none. */
export function keyWords(typed: string): string | null {
  const key = typed.trim();
  if (key === "") return null;
  if (isPublicKey(key)) return "This is a valid key.";
  if (!/^[A-Za-z0-9+/]*=?$/.test(key)) {
    return "Not a key: it has only A–Z, a–z, 0–9, + and /, and one = at its end.";
  }
  if (key.length === KEY_CHARACTERS) return "Not a key: a character near its end is wrong.";
  const count = `${String(key.length)} of ${String(KEY_CHARACTERS)} characters`;
  return key.length < KEY_CHARACTERS ? `${count} so far.` : `${count}: too long.`;
}

/** What of a gateway somebody else may have changed meanwhile, in words. */
import type { FieldWords } from "@/components/form/conflict";
import { formatList, isolated } from "@/lib/format";
import type { Gateway } from "@/lib/gateway/schema";
import { nameserverWords, statusWords } from "./gateway-words";

export const gatewayFields: readonly FieldWords<Gateway>[] = [
  { key: "gw_name", label: "Name", words: ({ gw_name: name }) => quoted(name) },
  { key: "status", label: "Status", words: ({ status = "offline" }) => statusWords[status] },
  {
    key: "gw_peer_public_key",
    label: "Public key",
    words: ({ gw_peer_public_key: key }) => orNone(key),
  },
  {
    key: "allowed_endpoints",
    label: "Endpoints",
    words: ({ allowed_endpoints: endpoints }) => listed(endpoints),
  },
  {
    key: "gw_listen_port",
    label: "Listen port",
    words: ({ gw_listen_port: port }) => String(port ?? ""),
  },
  { key: "addresses", label: "Addresses", words: ({ addresses }) => listed(addresses) },
  {
    key: "is_internet_gateway",
    label: "Way to the internet",
    words: ({ is_internet_gateway: isOne }) => yesOrNo(isOne),
  },
  { key: "dns_address", label: "DNS address", words: ({ dns_address: at }) => orNone(at) },
  { key: "manage_dns", label: "Manages DNS", words: ({ manage_dns: does }) => yesOrNo(does) },
  { key: "match_domains", label: "Match domains", words: ({ match_domains: at }) => listed(at) },
  { key: "search_domains", label: "Search domains", words: ({ search_domains: at }) => listed(at) },
  {
    key: "nameservers",
    label: "Name servers",
    words: ({ nameservers = [] }) => nameservers.map(nameserverWords).join("; ") || "none",
  },
  { key: "metadata", label: "Notes", words: ({ metadata: notes }) => quoted(notes) },
];

function listed(entries: readonly string[] | undefined): string {
  return formatList(entries ?? []) || "none";
}

function orNone(text: string | undefined): string {
  return text === undefined || text === "" ? "none" : text;
}

function yesOrNo(isYes: boolean | undefined): string {
  return isYes ? "yes" : "no";
}

function quoted(text: string | undefined): string {
  return text ? `“${isolated(text)}”` : "none";
}

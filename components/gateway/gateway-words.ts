/** What a gateway is, in words. */
import { formatList } from "@/lib/format";
import type { Gateway } from "@/lib/gateway/schema";

export const statusWords: Record<Gateway["status"], string> = {
  online: "Online",
  offline: "Offline",
  disconnected: "Disconnected",
};

export const statusOptions = [
  { value: "online", label: statusWords.online, description: "It can be reached." },
  { value: "offline", label: statusWords.offline, description: "It cannot be reached." },
  {
    value: "disconnected",
    label: statusWords.disconnected,
    description: "It was taken off its network on purpose.",
  },
] as const;

/** Where clients reach it first: `vpn.example.com:51821`; null while it has no endpoint. */
export function endpointOf({
  allowed_endpoints: [first],
  gw_listen_port: port,
}: Pick<Gateway, "allowed_endpoints" | "gw_listen_port">): string | null {
  if (first === undefined) return null;
  return `${first.includes(":") ? `[${first}]` : first}:${String(port)}`;
}

type Nameserver = Gateway["nameservers"][number];

/** "10.20.0.53 for corp.example, also a search domain". */
export function nameserverWords(server: Nameserver): string {
  const { ips, match_domain: domain } = server;
  const whose = domain === "" ? "all names" : domain;
  return [`${formatList(ips) || "no address"} for ${whose}`, ...marksOf(server)].join(", ");
}

function marksOf({ is_search_domain, is_fallback, is_ad_domain }: Nameserver): string[] {
  return [
    ...(is_search_domain ? ["also a search domain"] : []),
    ...(is_fallback ? ["only when others fail"] : []),
    ...(is_ad_domain ? ["Active Directory"] : []),
  ];
}

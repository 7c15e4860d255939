/** Audit entries about gateways, in words. */
import { Pencil, Router, Trash2 } from "lucide-react";
import { changed, onOrOff, textsOf, withTarget, type AuditWords } from "@/components/audit/words";
import { formatList } from "@/lib/format";
import type { gatewayAudit } from "@/lib/gateway/audit";

const keys: AuditWords<typeof gatewayAudit>["keys"] = {
  gw_name: { label: "Name" },
  network: { label: "Network", isPlain: true },
  is_internet_gateway: { label: "Way to the internet", value: onOrOff },
  gw_peer_public_key: { label: "Public key", isPlain: true },
  gw_listen_port: { label: "Port", isPlain: true },
  metadata: { label: "Notes" },
  allowed_endpoints: { label: "Endpoints", value: listed },
  addresses: { label: "Addresses", value: listed },
  dns_address: { label: "DNS address", isPlain: true },
  manage_dns: { label: "Manages DNS", value: onOrOff },
  match_domains: { label: "Match domains", value: listed },
  search_domains: { label: "Search domains", value: listed },
  nameservers: { label: "Name servers", value: () => "Changed", detail: () => "" },
  status: { label: "Status", isPlain: true },
  roles: { label: "Roles that named it", isPlain: true },
  attachments: { label: "Attachments deleted with it", isPlain: true },
  client_configs: { label: "Client configs deleted with it", isPlain: true },
};

function listed(value: unknown): string {
  return formatList(textsOf(value)) || "None";
}

export const gatewayAuditWords: AuditWords<typeof gatewayAudit> = {
  targetType: { value: "gateway", label: "Gateway" },
  verbs: {
    "gateway.create": {
      name: "Gateway created",
      icon: Router,
      phrase: () => withTarget("created the gateway"),
    },
    "gateway.update": {
      name: "Gateway changed",
      icon: Pencil,
      phrase: (told) => changed(keys, told),
    },
    "gateway.delete": {
      name: "Gateway deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the gateway"),
    },
  },
  keys,
};

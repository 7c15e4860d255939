/** Audit entries about networks, in words. */
import { Network, Pencil, Trash2 } from "lucide-react";
import { changed, withTarget, type AuditWords } from "@/components/audit/words";
import type { networkAudit } from "@/lib/network/audit";

const keys: AuditWords<typeof networkAudit>["keys"] = {
  netid: { label: "Id", isPlain: true },
  addressrange: { label: "IPv4 range", isPlain: true },
  addressrange6: { label: "IPv6 range", isPlain: true },
  memberships: { label: "Memberships that ended", isPlain: true },
  roles: { label: "Roles deleted with it", isPlain: true },
  gateways: { label: "Gateways deleted with it", isPlain: true },
  attachments: { label: "Attachments deleted with it", isPlain: true },
  client_configs: { label: "Client configs deleted with it", isPlain: true },
};

export const networkAuditWords: AuditWords<typeof networkAudit> = {
  targetType: { value: "network", label: "Network" },
  verbs: {
    "network.create": {
      name: "Network created",
      icon: Network,
      phrase: () => withTarget("created the network"),
    },
    "network.update": {
      name: "Network changed",
      icon: Pencil,
      phrase: (told) => changed(keys, told),
    },
    "network.delete": {
      name: "Network deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the network"),
    },
  },
  keys,
};

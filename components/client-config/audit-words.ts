/** Audit entries about client configs, in words. */
import { MonitorSmartphone, Pencil, Trash2 } from "lucide-react";
import { changed, onOrOff, withTarget, type AuditWords } from "@/components/audit/words";
import type { clientConfigAudit } from "@/lib/client-config/audit";

const keys: AuditWords<typeof clientConfigAudit>["keys"] = {
  publickey: { label: "Public key", isPlain: true },
  network: { label: "Network", isPlain: true },
  dns: { label: "DNS", isPlain: true },
  address: { label: "IPv4 address", isPlain: true },
  address6: { label: "IPv6 address", isPlain: true },
  ingressgatewayid: { label: "Gateway", isPlain: true },
  enabled: { label: "State", value: onOrOff },
  ownerid: { label: "Owner", isPlain: true },
  remote_access_client_id: { label: "Client", isPlain: true },
  device_id: { label: "Device", isPlain: true },
  device_name: { label: "Device name" },
  os: { label: "Operating system" },
};

export const clientConfigAuditWords: AuditWords<typeof clientConfigAudit> = {
  targetType: { value: "client-config", label: "Client config" },
  verbs: {
    "client-config.create": {
      name: "Client config created",
      icon: MonitorSmartphone,
      phrase: () => withTarget("created the client config"),
    },
    "client-config.update": {
      name: "Client config changed",
      icon: Pencil,
      phrase: (told) => changed(keys, told),
    },
    "client-config.delete": {
      name: "Client config deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the client config"),
    },
  },
  keys,
};

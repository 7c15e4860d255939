/** Audit entries about network roles, in words. */
import { Pencil, ShieldPlus, Trash2 } from "lucide-react";
import { changed, onOrOff, withTarget, type AuditWords } from "@/components/audit/words";
import type { roleAudit } from "@/lib/role/audit";

const keys: AuditWords<typeof roleAudit>["keys"] = {
  id: { label: "Id", isPlain: true },
  name: { label: "Name" },
  meta_data: { label: "Notes" },
  network_id: { label: "Network", isPlain: true },
  full_access: { label: "Full access", value: onOrOff },
  deny_dashboard_access: { label: "No console", value: onOrOff },
  network_level_access: { label: "Rights", value: () => "Changed", detail: () => "" },
  client_configs: { label: "Client configs that went", isPlain: true },
};

export const roleAuditWords: AuditWords<typeof roleAudit> = {
  targetType: { value: "role", label: "Role" },
  verbs: {
    "role.create": {
      name: "Role created",
      icon: ShieldPlus,
      phrase: () => withTarget("created the role"),
    },
    "role.update": { name: "Role changed", icon: Pencil, phrase: (told) => changed(keys, told) },
    "role.delete": {
      name: "Role deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the role"),
    },
  },
  keys,
};

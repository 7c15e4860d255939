/** Audit entries about network roles, in words. */
import { Pencil, ShieldPlus, Trash2 } from "lucide-react";
import {
  changed,
  onOrOff,
  withTarget,
  type AuditWords,
  type Moves,
  type Names,
  type PartWords,
} from "@/components/audit/words";
import { networkName } from "@/components/lookup/networks";
import type { roleAudit } from "@/lib/role/audit";
import { isRecord } from "@/lib/wire";
import { movedRights, rowId } from "./rights-grid";

const keys: AuditWords<typeof roleAudit>["keys"] = {
  id: { label: "Id", isPlain: true },
  name: { label: "Name" },
  meta_data: { label: "Notes" },
  network_id: { label: "Network", value: (netid) => networkName(String(netid)) },
  full_access: { label: "Full access", value: onOrOff },
  deny_dashboard_access: { label: "No console", value: onOrOff },
  network_level_access: { label: "Rights", moves: rightMoves, detail: () => "" },
  client_configs: { label: "Client configs that went", isPlain: true },
};

function rightMoves(before: unknown, after: unknown): Moves<PartWords> {
  const { added, removed } = movedRights(rightsIn(before), rightsIn(after));
  return { added: added.map(named), removed: removed.map(named) };
}

function rightsIn(access: unknown): Record<string, string[]> {
  const rows = sectionsOf(access).flatMap(([type, section]) =>
    sectionsOf(section).map(([id, rights]) => [rowId(type, id), namesOfGiven(rights)] as const),
  );
  return Object.fromEntries(rows);
}

function namesOfGiven(rights: unknown): string[] {
  return sectionsOf(rights).flatMap(([name, isGiven]) => (isGiven === true ? [name] : []));
}

function sectionsOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function named(words: (gatewayName: Names["gateway"]) => string): PartWords {
  return (names) => words(names.gateway);
}

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

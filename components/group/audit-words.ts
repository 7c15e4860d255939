/** Audit entries about groups, in words. */
import { Pencil, Trash2, UsersRound } from "lucide-react";
import {
  changed,
  movesOf,
  textsOf,
  withTarget,
  type AuditWords,
  type Moves,
  type PartWords,
  type Phrase,
  type Told,
} from "@/components/audit/words";
import { networkName } from "@/components/lookup/networks";
import { formatCount, isolated } from "@/lib/format";
import type { groupAudit } from "@/lib/group/audit";
import { isRecord } from "@/lib/wire";

const keys: AuditWords<typeof groupAudit>["keys"] = {
  id: { label: "Id", isPlain: true },
  name: { label: "Name" },
  external_identity_provider_id: { label: "External id" },
  network_roles: { label: "Grants", moves: grantMoves },
  color_code: { label: "Color", isPlain: true },
  meta_data: { label: "Notes" },
  added: { label: "Members added", isPlain: true },
  removed: { label: "Members removed", isPlain: true },
  memberships: { label: "Memberships that ended", isPlain: true },
  client_configs: { label: "Client configs that went", isPlain: true },
};

function grantMoves(before: unknown, after: unknown): Moves<PartWords> {
  return movesOf(grantsIn(before), grantsIn(after), (grant) => {
    const [network = "", role = ""] = grant.split("\n");
    return (names) => `${isolated(names.role(role) ?? role)} on ${networkName(network)}`;
  });
}

/** Network and role, with a line break between them: neither has one. */
function grantsIn(value: unknown): string[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([network, roles]) =>
    textsOf(roles).map((role) => `${network}\n${role}`),
  );
}

/** "added 3 people to", where nothing else was changed. */
function moved({ changes, entry: { after } }: Told): Phrase | null {
  const [only] = changes;
  if (only === undefined || changes.length > 1) return null;
  const people = formatCount(Number(after?.[only.key] ?? 0), "person", "people");
  if (only.key === "added") return withTarget(`added ${people} to`);
  return only.key === "removed" ? withTarget(`removed ${people} from`) : null;
}

export const groupAuditWords: AuditWords<typeof groupAudit> = {
  targetType: { value: "group", label: "Group" },
  verbs: {
    "group.create": {
      name: "Group created",
      icon: UsersRound,
      phrase: () => withTarget("created the group"),
    },
    "group.update": {
      name: "Group changed",
      icon: Pencil,
      phrase: (told) => moved(told) ?? changed(keys, told),
    },
    "group.delete": {
      name: "Group deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the group"),
    },
  },
  keys,
};

/** Audit entries about groups, in words. */
import { Pencil, Trash2, UsersRound } from "lucide-react";
import { changed, withTarget, type AuditWords } from "@/components/audit/words";
import type { groupAudit } from "@/lib/group/audit";

const keys: AuditWords<typeof groupAudit>["keys"] = {
  id: { label: "Id", isPlain: true },
  name: { label: "Name" },
  external_identity_provider_id: { label: "External id" },
  network_roles: { label: "Grants", value: () => "Changed", detail: () => "" },
  color_code: { label: "Color", isPlain: true },
  meta_data: { label: "Notes" },
  added: { label: "Members added", isPlain: true },
  removed: { label: "Members removed", isPlain: true },
  memberships: { label: "Memberships that ended", isPlain: true },
};

export const groupAuditWords: AuditWords<typeof groupAudit> = {
  targetType: { value: "group", label: "Group" },
  verbs: {
    "group.create": {
      name: "Group created",
      icon: UsersRound,
      phrase: () => withTarget("created the group"),
    },
    "group.update": { name: "Group changed", icon: Pencil, phrase: (told) => changed(keys, told) },
    "group.delete": {
      name: "Group deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the group"),
    },
  },
  keys,
};

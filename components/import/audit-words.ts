import { FileInput } from "lucide-react";
import { withoutTarget, type AuditWords } from "@/components/audit/words";
import { formatList } from "@/lib/format";
import type { importAudit } from "@/lib/import/audit";

export const importAuditWords: AuditWords<typeof importAudit> = {
  verbs: {
    "user.import": {
      name: "Users imported",
      icon: FileInput,
      phrase: ({ entry: { after } }) => withoutTarget("imported users", countsIn(after)),
    },
  },
  keys: {
    created: { label: "Created", isPlain: true },
    updated: { label: "Changed", isPlain: true },
    unchanged: { label: "Already so", isPlain: true },
    invited: { label: "Invited", isPlain: true },
  },
};

const actions = { created: "created", updated: "changed", invited: "invited" };

/** "2 created, 1 changed" */
function countsIn(after: Record<string, unknown> | null): string {
  const counts = Object.entries(actions).flatMap(([key, word]) => {
    const count = Number(after?.[key] ?? 0);
    return count > 0 ? [`${String(count)} ${word}`] : [];
  });
  return counts.length > 0 ? `(${formatList(counts)})` : "";
}

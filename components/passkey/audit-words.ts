/** Audit entries about passkeys, in words. */
import { Fingerprint, Pencil, Trash2 } from "lucide-react";
import { withoutTarget, type AuditWords } from "@/components/audit/words";
import type { AuditEntry } from "@/lib/audit/schema";
import { isolated } from "@/lib/format";
import type { passkeyAudit } from "@/lib/passkey/audit";

export const passkeyAuditWords: AuditWords<typeof passkeyAudit> = {
  verbs: {
    "passkey.create": {
      name: "Passkey added",
      icon: Fingerprint,
      phrase: ({ entry: { after } }) => withoutTarget(`added the passkey ${nameIn(after)}`),
    },
    "passkey.update": {
      name: "Passkey renamed",
      icon: Pencil,
      phrase: ({ entry: { before, after } }) =>
        withoutTarget(`renamed the passkey ${nameIn(before)} to ${nameIn(after)}`),
    },
    "passkey.delete": {
      name: "Passkey removed",
      icon: Trash2,
      phrase: ({ entry: { before } }) => withoutTarget(`removed the passkey ${nameIn(before)}`),
    },
  },
  keys: { name: { label: "Name" } },
};

function nameIn(snapshot: AuditEntry["after"]): string {
  const name = snapshot?.["name"];
  return isolated(typeof name === "string" ? name : "");
}

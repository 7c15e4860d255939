/** Audit entries about API tokens, in words. */
import { KeyRound, ShieldX } from "lucide-react";
import { momentText, withoutTarget, withTarget, type AuditWords } from "@/components/audit/words";
import type { AuditEntry } from "@/lib/audit/schema";
import { isolated } from "@/lib/format";
import type { tokenAudit } from "@/lib/token/audit";

export const tokenAuditWords: AuditWords<typeof tokenAudit> = {
  verbs: {
    "token.create": {
      name: "API token created",
      icon: KeyRound,
      phrase: ({ entry: { after }, isOwn }) =>
        isOwn
          ? withoutTarget(`created ${tokenText(after)}`)
          : withTarget(`created ${tokenText(after)} for`),
    },
    "token.revoke": {
      name: "API token revoked",
      icon: ShieldX,
      phrase: ({ entry: { before }, isOwn }) =>
        isOwn
          ? withoutTarget(`revoked ${tokenText(before)}`)
          : withTarget(`revoked ${tokenText(before)} of`),
    },
  },
  keys: {
    token_name: { label: "Token" },
    expires_at: { label: "Expires", value: momentText },
  },
};

function tokenText(snapshot: AuditEntry["after"]): string {
  const name = snapshot?.["token_name"];
  return typeof name === "string" ? `the API token “${isolated(name)}”` : "an API token";
}

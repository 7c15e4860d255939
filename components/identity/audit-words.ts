/** Audit entries about linked identities, in words. */
import { Link2, Unlink2 } from "lucide-react";
import { withoutTarget, type AuditWords } from "@/components/audit/words";
import type { AuditEntry } from "@/lib/audit/schema";
import { isolated } from "@/lib/format";
import type { identityAudit } from "@/lib/identity/audit";

export const identityAuditWords: AuditWords<typeof identityAudit> = {
  verbs: {
    "identity.link": {
      name: "Identity linked",
      icon: Link2,
      phrase: ({ entry: { after } }) => withoutTarget(`linked ${identityText(after)}`),
    },
    "identity.unlink": {
      name: "Identity unlinked",
      icon: Unlink2,
      phrase: ({ entry: { before } }) => withoutTarget(`unlinked ${identityText(before)}`),
    },
  },
  keys: {
    provider: { label: "Provider", value: (value) => nameOfProvider(String(value)) },
    email: { label: "Address" },
  },
};

const providerNames = new Map([
  ["oidc", "single sign-on"],
  ["google", "Google"],
  ["entra", "Microsoft"],
  ["okta", "Okta"],
  ["github", "GitHub"],
]);

function nameOfProvider(id: string): string {
  return providerNames.get(id) ?? id;
}

function identityText(snapshot: AuditEntry["after"]): string {
  const provider = snapshot?.["provider"];
  if (typeof provider !== "string") return "an identity";
  const email = snapshot?.["email"];
  const address = typeof email === "string" && email !== "" ? ` (${isolated(email)})` : "";
  return `their identity at ${nameOfProvider(provider)}${address}`;
}

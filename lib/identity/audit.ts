import { defineAudit } from "@/lib/audit/definition";

/** An entry about an identity is an entry about its user. */
export const identityAudit = defineAudit({
  targetType: "user",
  verbs: ["identity.link", "identity.unlink"],
  keys: ["provider", "email"],
});

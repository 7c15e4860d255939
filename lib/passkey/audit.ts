import { defineAudit } from "@/lib/audit/definition";

/** An entry about a passkey is an entry about its user. */
export const passkeyAudit = defineAudit({
  targetType: "user",
  verbs: ["passkey.create", "passkey.update", "passkey.delete"],
  keys: ["name"],
});

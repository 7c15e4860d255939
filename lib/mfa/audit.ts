import { defineAudit } from "@/lib/audit/definition";

/** An entry about MFA is an entry about its user. */
export const mfaAudit = defineAudit({
  targetType: "user",
  verbs: ["mfa.enable", "mfa.reset", "mfa.recovery-codes", "mfa.use-recovery-code"],
  // Whether others were replaced; how many are left; what went along.
  keys: ["replaced", "left", "is_mfa_enabled", "passkeys", "sessions"],
});

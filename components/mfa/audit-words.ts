/** Audit entries about MFA, in words. */
import { FileKey2, KeyRound, ShieldCheck, ShieldX } from "lucide-react";
import { onOrOff, withoutTarget, withTarget, type AuditWords } from "@/components/audit/words";
import { formatCount } from "@/lib/format";
import type { mfaAudit } from "@/lib/mfa/audit";

export const mfaAuditWords: AuditWords<typeof mfaAudit> = {
  verbs: {
    "mfa.enable": {
      name: "MFA switched on",
      icon: ShieldCheck,
      phrase: ({ entry: { after } }) =>
        withoutTarget(
          after?.["replaced"] === true ? "changed their authenticator app" : "switched on MFA",
        ),
    },
    "mfa.reset": {
      name: "MFA reset",
      icon: ShieldX,
      tone: "warn",
      phrase: () => withTarget("reset the MFA of"),
    },
    "mfa.recovery-codes": {
      name: "Recovery codes renewed",
      icon: FileKey2,
      phrase: () => withoutTarget("made new recovery codes"),
    },
    "mfa.use-recovery-code": {
      name: "Recovery code used",
      icon: KeyRound,
      phrase: ({ entry: { after } }) =>
        withoutTarget("used a recovery code", `and has ${leftOf(after?.["left"])} left`),
    },
  },
  keys: {
    replaced: {
      label: "Another app before",
      value: (value) => (value === true ? "Yes" : "No"),
    },
    left: { label: "Recovery codes left" },
    is_mfa_enabled: { label: "MFA", value: onOrOff },
    passkeys: { label: "Passkeys removed" },
    sessions: { label: "Sessions ended" },
  },
};

function leftOf(left: unknown): string {
  return left === 0 ? "none" : formatCount(Number(left), "code");
}

/** Audit entries about signing in, in words. */
import { Fingerprint, LogIn, LogOut, ShieldAlert, TimerOff } from "lucide-react";
import { momentText, withoutTarget, withTarget, type AuditWords } from "@/components/audit/words";
import { formatCount } from "@/lib/format";
import type { sessionAudit } from "@/lib/session/audit";

export const sessionAuditWords: AuditWords<typeof sessionAudit> = {
  verbs: {
    "session.create": {
      name: "Signed in",
      icon: LogIn,
      phrase: ({ entry: { after } }) =>
        withoutTarget("signed in", wayOf(after?.["auth_method"])?.phrase ?? ""),
    },
    "session.end": {
      name: "Session ended",
      icon: LogOut,
      phrase: ({ entry: { before }, isOwn }) => {
        const sessions = formatCount(Number(before?.["sessions"] ?? 1), "session");
        return isOwn
          ? withoutTarget(`signed out of ${sessions}`)
          : withTarget(`ended ${sessions} of`);
      },
    },
    "session.refuse": {
      name: "Failed sign-in",
      icon: ShieldAlert,
      tone: "warn",
      phrase: ({ entry: { after } }) => {
        const count = Number(after?.["count"]);
        return withTarget("failed to sign in as", count > 1 ? formatCount(count, "time") : "");
      },
    },
    "session.confirm-identity": {
      name: "Identity confirmed",
      icon: Fingerprint,
      phrase: () => withoutTarget("confirmed their identity"),
    },
    "throttle.lift": {
      name: "Sign-in unblocked",
      icon: TimerOff,
      nobody: "Somebody on the server’s machine",
      phrase: ({ entry: { before } }) => {
        const failures = formatCount(Number(before?.["failures"] ?? 0), "failed sign-in");
        return withTarget("unblocked", `after ${failures}`);
      },
    },
  },
  keys: {
    auth_method: {
      label: "Signed in with",
      value: (value) => wayOf(value)?.name ?? String(value),
    },
    sessions: { label: "Sessions ended" },
    count: { label: "Failed attempts" },
    failures: { label: "Failed attempts" },
    throttled_until: { label: "Blocked until", value: momentText },
  },
};

const ways = new Map([
  ["password", { name: "Password", phrase: "with a password" }],
  ["passkey", { name: "Passkey", phrase: "with a passkey" }],
  ["oidc", { name: "Single sign-on", phrase: "with single sign-on" }],
]);

function wayOf(method: unknown) {
  return ways.get(String(method));
}

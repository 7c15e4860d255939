import { defineAudit } from "@/lib/audit/definition";

/** An entry about sessions, or about the wait after failed sign-ins, is an entry about their user. */
export const sessionAudit = defineAudit({
  targetType: "user",
  verbs: [
    "session.create",
    "session.end",
    "session.refuse",
    "session.confirm-identity",
    "throttle.lift",
  ],
  keys: ["auth_method", "sessions", "count", "failures", "throttled_until"],
});

import { defineAudit } from "@/lib/audit/definition";

/** An import is about no user in particular: it counts what it did. */
export const importAudit = defineAudit({
  targetType: "user",
  verbs: ["user.import"],
  keys: ["created", "updated", "unchanged", "invited"],
});

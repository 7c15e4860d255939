import { defineAudit } from "@/lib/audit/definition";

/** An export is about no user in particular: what it was asked for stands in `after`. */
export const userExportAudit = defineAudit({
  targetType: "user",
  verbs: ["user.export"],
  keys: [
    "q",
    "role",
    "account_status",
    "mfa_status",
    "auth_type",
    "group",
    "network",
    "sort",
    "order",
  ],
});

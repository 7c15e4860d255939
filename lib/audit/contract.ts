import { defineContracts, wrapped } from "@/lib/api/contract";
import { auditEntry, auditListQuery, auditPage } from "./schema";

export const auditContract = defineContracts({
  list: {
    method: "GET",
    path: "/api/v1/audit",
    who: "audit:read",
    summary: "List audit entries, newest first; with `Accept: text/csv` the whole selection as CSV",
    query: auditListQuery,
    response: wrapped(auditPage),
    csv: {
      item: auditEntry,
      filename: "audit",
      columns: [
        "id",
        "at",
        "actor",
        "verb",
        "target_type",
        "target",
        "target_name",
        "ip",
        "user_agent",
        "request_id",
        "before",
        "after",
      ],
    },
  },
});

import { defineContracts, wrapped } from "@/lib/api/contract";
import { auditListQuery, auditPage } from "./schema";

export const auditContract = defineContracts({
  list: {
    method: "GET",
    path: "/api/v1/audit",
    who: "audit:read",
    summary: "List audit entries, newest first; with `Accept: text/csv` the whole selection as CSV",
    query: auditListQuery,
    response: wrapped(auditPage),
  },
});

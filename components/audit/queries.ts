import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callAudit } from "./calls";
import type { AuditListInput } from "./list-params";

export const auditKeys = {
  all: ["audit"],
  page: (query: AuditListInput) => [...auditKeys.all, query],
} as const;

export const auditQueries = {
  page: (query: AuditListInput) =>
    queryOptions({
      queryKey: auditKeys.page(query),
      queryFn: ({ signal }) => callAudit("list", { query, signal }),
      placeholderData: keepPreviousData,
    }),
};

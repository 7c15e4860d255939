import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "@/lib/api/client";
import { auditContract } from "@/lib/audit/contract";
import type { AuditListInput } from "./list-params";

export const auditKeys = {
  all: ["audit"],
  page: (query: AuditListInput) => [...auditKeys.all, query],
} as const;

export const auditQueries = {
  page: (query: AuditListInput) =>
    queryOptions({
      queryKey: auditKeys.page(query),
      queryFn: ({ signal }) => call(auditContract.list, { query, signal }),
      placeholderData: keepPreviousData,
    }),
};

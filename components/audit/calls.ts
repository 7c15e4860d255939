import { lazyClient } from "@/lib/api/client";

export const callAudit = lazyClient(
  async () => (await import("@/lib/audit/contract")).auditContract,
);

import { lazyClient } from "@/lib/api/client";

export const callImport = lazyClient(
  async () => (await import("@/lib/import/contract")).importContract,
);

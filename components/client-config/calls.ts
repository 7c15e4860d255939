import { lazyClient } from "@/lib/api/client";

export const callConfigs = lazyClient(
  async () => (await import("@/lib/client-config/contract")).clientConfigContract,
);

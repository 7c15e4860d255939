import { lazyClient } from "@/lib/api/client";

export const callTokens = lazyClient(
  async () => (await import("@/lib/token/contract")).tokenContract,
);

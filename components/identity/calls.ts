import { lazyClient } from "@/lib/api/client";

export const callIdentities = lazyClient(
  async () => (await import("@/lib/identity/contract")).identityContract,
);

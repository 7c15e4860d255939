import { lazyClient } from "@/lib/api/client";

export const callPasskeys = lazyClient(
  async () => (await import("@/lib/passkey/contract")).passkeyContract,
);

import { lazyClient } from "@/lib/api/client";

export const callPendingUsers = lazyClient(
  async () => (await import("@/lib/pending-user/contract")).pendingUserContract,
);

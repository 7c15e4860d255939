import { lazyClient } from "@/lib/api/client";

export const callInvites = lazyClient(
  async () => (await import("@/lib/invite/contract")).inviteContract,
);

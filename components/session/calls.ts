import { lazyClient } from "@/lib/api/client";

export const callSessions = lazyClient(
  async () => (await import("@/lib/session/contract")).sessionContract,
);

import { lazyClient } from "@/lib/api/client";

export const callSettings = lazyClient(
  async () => (await import("@/lib/settings/contract")).settingsContract,
);

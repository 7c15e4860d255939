import { lazyClient } from "@/lib/api/client";

export const callServerSettings = lazyClient(
  async () => (await import("@/lib/server-settings/contract")).serverSettingsContract,
);

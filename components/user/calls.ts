import { lazyClient } from "@/lib/api/client";

export const callUsers = lazyClient(async () => (await import("@/lib/user/contract")).userContract);

import { lazyClient } from "@/lib/api/client";

export const callMfa = lazyClient(async () => (await import("@/lib/mfa/contract")).mfaContract);

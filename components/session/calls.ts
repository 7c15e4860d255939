import { lazyClient } from "@/lib/api/client";

export const callSessions = lazyClient(
  async () => (await import("@/lib/session/contract")).sessionContract,
);

/** For the second step of signing in. */
export const callSecondFactor = lazyClient(
  async () => (await import("@/lib/mfa/contract")).mfaContract,
);

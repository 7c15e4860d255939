import { isRefusal } from "@/lib/api/api-error";
import { MAX_WRONG_CODES, PRE_AUTH_MINUTES } from "@/lib/mfa/values";

/** What the server lets somebody try with one pre-auth token. */
const LIFE_MS = PRE_AUTH_MINUTES * 60_000;

/** Counts wrong codes from now on: the server answers a wrong code and a token that is over alike. */
export function triesOf(now: () => number = Date.now) {
  const beganAt = now();
  let wrong = 0;
  return {
    /** Why one has to begin anew after this answer; null when one may try again. */
    endBy(error: unknown): string | null {
      if (!isRefusal(error, "unauthenticated")) return null;
      wrong += 1;
      if (now() - beganAt >= LIFE_MS) return "That took longer than five minutes. Start again.";
      if (wrong >= MAX_WRONG_CODES) return "That was the fifth wrong code. Start again.";
      return null;
    },
  };
}

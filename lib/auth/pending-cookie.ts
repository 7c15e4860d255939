import "server-only";
import { z } from "zod";
import { sealedCookie } from "./sealed-cookie";

const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60;

const pendingIdentity = z.object({
  provider: z.string(),
  issuer: z.string(),
  subject: z.string(),
});
/** Who waits to be let in, as far as the browser has to know. */
type PendingIdentity = z.infer<typeof pendingIdentity>;

const cookie = sealedCookie({
  name: "pending-user",
  lifetimeSeconds: THIRTY_DAYS_SECONDS,
  schema: pendingIdentity,
});

/** By whose request to be let in this browser waits; null where it does not. */
export function readPendingCookie(asked: { headers: Headers }): PendingIdentity | null {
  return cookie.read(asked);
}

/** @returns the `Set-Cookie` value */
export function writePendingCookie(
  asked: { headers: Headers },
  { provider, issuer, subject }: PendingIdentity,
): string {
  return cookie.write(asked, { provider, issuer, subject });
}

/** @returns the `Set-Cookie` value that takes it away */
export function dropPendingCookie(asked: { headers: Headers }): string {
  return cookie.drop(asked);
}

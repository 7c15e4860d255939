import type { Context } from "@/lib/context";
import { invalid } from "@/lib/errors";
import { formatCount } from "@/lib/format";
import type { Actor } from "@/lib/permissions";
import { toWireTime } from "@/lib/wire";
import { DAY_MS, DEFAULT_DAYS } from "./values";

/** The API token that a call comes with; null when it comes with something else. */
export function callingToken(actor: Actor): { id: string; expiresAt: Date } | null {
  if (actor.kind !== "user" || actor.credential.kind !== "access-token") return null;
  const { id, expiresAt } = actor.credential;
  return { id, expiresAt: new Date(expiresAt) };
}

/**
 * When a new token expires: as wanted, within what the server allows and what the token that makes it has left.
 * @throws AppError `invalid` naming `expires_at`
 */
export function expiryOf(
  { actor, now }: Pick<Context, "actor" | "now">,
  { wanted, maxDays }: { wanted: Date | undefined; maxDays: number },
): Date {
  const parentEnd = callingToken(actor)?.expiresAt ?? null;
  if (wanted === undefined) {
    const usual = daysFrom(now, Math.min(DEFAULT_DAYS, maxDays));
    return parentEnd !== null && parentEnd < usual ? parentEnd : usual;
  }
  if (wanted <= now) throw badExpiry("This is in the past.");
  if (wanted > daysFrom(now, maxDays)) {
    throw badExpiry(`An API token lasts at most ${formatCount(maxDays, "day")} on this server.`);
  }
  if (parentEnd !== null && wanted > parentEnd) {
    throw badExpiry(
      `A token that is made with an API token expires no later than that one, at ${toWireTime(parentEnd)}.`,
    );
  }
  return wanted;
}

/** The moment so many days of 24 hours later, or earlier. */
export function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

function badExpiry(message: string) {
  return invalid([{ path: "expires_at", message }]);
}

import "server-only";
import type { Tx } from "@/lib/context";
import { conflict, unauthenticated } from "@/lib/errors";
import * as credentials from "./repository";

/**
 * For what gives out a new credential: the caller's own must still stand, and their role be the one that was
 * checked, whatever was changed since the request began. Holds until the transaction ends, because whoever ends
 * sessions, revokes tokens or changes users locks the user's row first.
 * @throws AppError `unauthenticated` when it was revoked meanwhile, `conflict` when the role was changed
 */
export async function requireStanding({ db, actor }: Tx): Promise<void> {
  if (actor.kind !== "user") return;
  const holder = await credentials.lockHolder(db, actor);
  if (!holder || holder.isDisabled) {
    throw unauthenticated("This credential has just been revoked. Sign in again.");
  }
  if (holder.role !== actor.role) {
    throw conflict("Your role has just been changed. See what you may do now, then try again.");
  }
}

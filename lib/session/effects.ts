import "server-only";
import type { Tx } from "@/lib/context";
import type { Actor } from "@/lib/permissions";
import * as sessions from "./repository";

/** Ends the sessions of these users; with `butCurrent` the one that asks goes on. */
export function endSessionsOf(
  tx: Tx,
  userIds: string[],
  { butCurrent = false }: { butCurrent?: boolean } = {},
): Promise<number> {
  return sessions.removeByUsers(tx.db, userIds, butCurrent ? currentSessionId(tx.actor) : null);
}

/** Null when the call does not come with a session. */
export function currentSessionId(actor: Actor): string | null {
  if (actor.kind !== "user" || actor.credential.kind !== "session") return null;
  return actor.credential.id;
}

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

/** A second factor was given in this session. */
export function noteMfa(tx: Tx, sessionId: string): Promise<void> {
  return sessions.noteMfa(tx.db, sessionId);
}

/** Null when the call does not come with a session. */
export function currentSessionId(actor: Actor): string | null {
  if (actor.kind !== "user" || actor.credential.kind !== "session") return null;
  return actor.credential.id;
}

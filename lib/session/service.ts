import "server-only";
import { audit } from "@/lib/audit/audit";
import { authorize, authorizeRow, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { conflict, invalid, notFound } from "@/lib/errors";
import { isSelf } from "@/lib/permissions";
import { canChangeUser } from "@/lib/user/policy";
import { isUuid } from "@/lib/wire";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { sessionAudit } from "./audit";
import { currentSessionId, endSessionsOf } from "./effects";
import * as sessions from "./repository";
import type { Session } from "./schema";

/** @param username absent: the caller's own */
export async function listSessions(ctx: Context, username?: string): Promise<Session[]> {
  const name = nameOf(ctx, username);
  authorize(ctx, "sessions:manage", { user: name });
  const { id, entity: user } = await readUser(ctx, name);
  enforce(canChangeUser(ctx.actor, user));
  return sessions.findByUser(ctx.db, id, { now: ctx.now, currentId: currentSessionId(ctx.actor) });
}

/** @param username absent: the caller's own */
export async function endSessions(ctx: Context, username?: string): Promise<null> {
  const name = nameOf(ctx, username);
  authorize(ctx, "sessions:manage", { user: name });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, name);
    enforce(canChangeUser(tx.actor, stored.entity));
    const count = await endSessionsOf(tx, [stored.id]);
    if (count > 0) await auditEnd(tx, stored, { sessions: count });
    return null;
  });
}

/** Signs out: the caller's session or, of somebody else or with `all`, every session. */
export async function logout(
  ctx: Context,
  { username, all }: { username?: string | undefined; all: boolean },
): Promise<null> {
  const name = nameOf(ctx, username);
  if (all || !isSelf(ctx.actor, name)) return endSessions(ctx, name);
  authorize(ctx, "sessions:manage", { user: name });
  const id = currentSessionId(ctx.actor);
  if (id === null) {
    throw conflict("An API token has no session to sign out of. Revoke the token instead.");
  }
  return endSession(ctx, id);
}

/** Whoever may reach only their own sessions does not learn of another's. */
export async function endSession(ctx: Context, id: string): Promise<null> {
  authorize(ctx, "sessions:manage", { row: true });
  const missing = () => notFound("session", id);
  return transaction(ctx, async (tx) => {
    const owner = isUuid(id) ? await sessions.findOwner(tx.db, id, tx.now) : null;
    if (owner === null) throw missing();
    authorizeRow(tx, "sessions:manage", { user: owner }, missing);
    const stored = await lockUser(tx, owner);
    enforce(canChangeUser(tx.actor, stored.entity));
    if ((await sessions.removeById(tx.db, id)) === 0) throw missing();
    await auditEnd(tx, stored, { sessions: 1 });
    return null;
  });
}

function auditEnd(tx: Tx, stored: Parameters<typeof targetOf>[0], ended: { sessions: number }) {
  return audit(tx, sessionAudit, {
    verb: "session.end",
    ...targetOf(stored),
    before: ended,
    after: null,
  });
}

function nameOf({ actor }: Context, username: string | undefined): string {
  if (username !== undefined) return username;
  if (actor.kind === "user") return actor.username;
  throw invalid([{ path: "username", message: "The master key has no sessions. Name a user." }]);
}

import "server-only";
import { timingSafeEqual } from "node:crypto";
import { decode } from "next-auth/jwt";
import { hasValidChecksum, hashToken } from "@/lib/crypto/tokens";
import type { Db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { anotherUser, unauthenticated } from "@/lib/errors";
import type { Actor, Credential, PreAuthActor, UserActor } from "@/lib/permissions";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { PAGE_USER_HEADER } from "@/lib/page-user";
import { isUuid } from "@/lib/wire";
import { cookieValues } from "./cookies";
import * as credentials from "./repository";

const ANONYMOUS: Actor = { kind: "anonymous" };
const BAD_CREDENTIAL = "This credential is not valid, has expired or was revoked. Sign in again.";

export function hasSessionCookie({ headers }: Request): boolean {
  return cookieValues(headers, "session-token").length > 0;
}

/** The header of another scheme is none of ours: a proxy in front may ask for a password of its own (HTTP Basic). */
export function bearerOf({ headers }: Request): string | null {
  const authorization = headers.get("authorization");
  return authorization !== null && /^Bearer(\s|$)/i.test(authorization) ? authorization : null;
}

/**
 * Who is calling: by a bearer or, only when there is none, by the browser's session cookie.
 * @throws AppError `unauthenticated` for a credential that is not good; without one the actor is anonymous.
 *   `forbidden` for a page of ours that shows somebody else: its requests carry the cookie of whoever signed in last
 */
export async function actorOf(db: Db, request: Request, now: Date): Promise<Actor> {
  const bearer = bearerOf(request);
  if (bearer !== null) return bearerActor(db, bearer, now);
  if (!hasSessionCookie(request)) return ANONYMOUS;
  const actor = (await cookieActor(db, request.headers, now)) ?? refuseCredential();
  const pageUser = request.headers.get(PAGE_USER_HEADER);
  if (pageUser !== null && pageUser !== actor.id) throw anotherUser(actor.username);
  return actor;
}

async function bearerActor(db: Db, authorization: string, now: Date): Promise<Actor> {
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token === undefined)
    throw unauthenticated("Send the header as `Authorization: Bearer <token>`.");
  const tokenHash = hashToken(token);
  if (isMasterKey(tokenHash)) return { kind: "master-key" };
  const find = findersByPrefix.find(([prefix]) => token.startsWith(prefix))?.[1];
  if (find === undefined) return (await bySessionToken(db, tokenHash, now)) ?? refuseCredential();
  if (!hasValidChecksum(token)) return refuseCredential();
  return (await find(db, tokenHash, now)) ?? refuseCredential();
}

const findersByPrefix = [
  ["mat_", byAccessToken],
  ["mpt_", byPreAuthToken],
] as const;

type Hash = ReturnType<typeof hashToken>;

function isMasterKey(tokenHash: Hash): boolean {
  const key = env().MUSTER_MASTER_KEY;
  return key !== undefined && timingSafeEqual(tokenHash, hashToken(key));
}

function refuseCredential(): never {
  throw unauthenticated(BAD_CREDENTIAL);
}

async function bySessionToken(db: Db, tokenHash: Hash, now: Date): Promise<UserActor | null> {
  return sessionActor(db, await credentials.findSessionByToken(db, tokenHash), now);
}

async function byAccessToken(db: Db, tokenHash: Hash, now: Date): Promise<UserActor | null> {
  const row = await credentials.findAccessToken(db, tokenHash);
  if (!row || row.isDisabled || row.expiresAt <= now) return null;
  if (isDueForTouch(row.lastUsedAt, now)) await credentials.touchAccessToken(db, row.id, now);
  const { id, expiresAt } = row;
  return userActor(row, { kind: "access-token", id, expiresAt: expiresAt.getTime() });
}

async function byPreAuthToken(db: Db, tokenHash: Hash, now: Date): Promise<PreAuthActor | null> {
  const row = await credentials.findPreAuthToken(db, tokenHash);
  if (!row || row.isDisabled || row.expiresAt <= now) return null;
  return { kind: "pre-auth", id: row.userId, username: row.username, tokenHash };
}

/**
 * The signed-in user of a browser, for pages and cookie requests; null when nobody is.
 * next-auth's cookie holds the id of the session's row.
 */
export async function cookieActor(db: Db, headers: Headers, now: Date): Promise<UserActor | null> {
  const id = await sessionIdOf(headers);
  return id === null ? null : sessionActor(db, await credentials.findBrowserSession(db, id), now);
}

/** Of the first value that we have sealed. */
async function sessionIdOf(headers: Headers): Promise<string | null> {
  for (const token of cookieValues(headers, "session-token")) {
    const claims = await decode({ token, secret: env().MUSTER_SECRET }).catch(() => null);
    const id = claims?.["sessionId"];
    if (typeof id === "string" && isUuid(id)) return id;
  }
  return null;
}

async function sessionActor(
  db: Db,
  row: credentials.SessionRow | null,
  now: Date,
): Promise<UserActor | null> {
  if (!row || row.isDisabled || row.expiresAt <= now) return null;
  if (isDueForTouch(row.lastSeenAt, now)) await credentials.touchSession(db, row.id, now);
  return userActor(row, {
    kind: "session",
    id: row.id,
    sessionKind: row.kind,
    identityConfirmedAt: row.identityConfirmedAt.getTime(),
    mustEnrolMfa: row.mustEnrolMfa,
  });
}

function userActor(
  { userId, username, role, administeredIds }: credentials.Owner,
  credential: Credential,
): UserActor {
  const administers = administeredIds.includes(ALL_NETWORKS) ? "all" : administeredIds;
  return { kind: "user", id: userId, username, role, credential, administers };
}

const TOUCH_EVERY_MS = 60_000;

function isDueForTouch(last: Date, now: Date): boolean {
  return now.getTime() - last.getTime() >= TOUCH_EVERY_MS;
}

/** The checks that a verb starts with: each leaves a mark in the context, without which no call is answered. */
import type { Context } from "./context";
import { AppError } from "./errors";
import {
  can,
  permissions,
  permits,
  type About,
  type Actor,
  type Grant,
  type Permission,
  type Verdict,
} from "./permissions";

/** An authorization that was found to hold. */
export interface Mark {
  permission: Permission;
  about: About;
}

/** May this actor call this at all? Leaves no mark: what the verb does is the verb's to authorize. */
export function authorizeCall(
  ctx: Pick<Context, "actor" | "now">,
  permission: Permission,
  about?: About,
): void {
  const grant: Grant = permissions[permission];
  enforce(permits(ctx.actor, permission, about));
  if (grant.sudo === true) requireRecentIdentity(ctx);
}

/**
 * May this actor do this to what the call is about?
 * @throws AppError `unauthenticated` for nobody, `forbidden` for the wrong actor, `identity_check_required` where the
 *   right needs a recent identity check, `not_found` for a network admin's network that is not theirs
 */
export function authorize(
  ctx: Pick<Context, "actor" | "now" | "marks">,
  permission: Permission,
  about: About = {},
): void {
  authorizeCall(ctx, permission, about);
  ctx.marks.push({ permission, about });
}

/** As {@link authorize}, for a row that whoever may not reach it cannot tell from one that is not there. */
export function authorizeRow(
  ctx: Pick<Context, "actor" | "now" | "marks">,
  permission: Permission,
  about: About,
  missing: () => AppError,
): void {
  if (!can(ctx.actor, permission, about)) throw missing();
  authorize(ctx, permission, about);
}

/** Whether the verb has authorized what its contract entry promises. */
export function isAuthorized(
  { marks }: Pick<Context, "marks">,
  permission: Permission,
  isAbout: (about: About) => boolean,
): boolean {
  return marks.some((mark) => mark.permission === permission && isAbout(mark.about));
}

/** @throws AppError with the verdict's code and reason. */
export function enforce(verdict: Verdict): void {
  if (verdict.allowed) return;
  const { code, reason, path } = verdict;
  throw new AppError(
    code,
    reason,
    path === undefined ? {} : { fields: [{ path, message: reason }] },
  );
}

const SUDO_WINDOW_MS = 10 * 60_000;

/** @throws AppError `identity_check_required` unless this session's identity was confirmed in the last 10 minutes. */
export function requireRecentIdentity({ actor, now }: { actor: Actor; now: Date }): void {
  if (hasRecentIdentity(actor, now)) return;
  throw new AppError(
    "identity_check_required",
    "identity check required: confirm who you are, then try again.",
  );
}

function hasRecentIdentity(actor: Actor, now: Date): boolean {
  if (actor.kind !== "user" || actor.credential.kind !== "session") return false;
  return now.getTime() - actor.credential.identityConfirmedAt <= SUDO_WINDOW_MS;
}

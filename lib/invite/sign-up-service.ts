import "server-only";
import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/audit";
import { countAttempt } from "@/lib/auth/throttle";
import type { Context, Tx } from "@/lib/context";
import { hashPassword } from "@/lib/crypto/passwords";
import { transaction } from "@/lib/db/transaction";
import { AppError, conflict, forbidden, invalid } from "@/lib/errors";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { lockJoinable } from "@/lib/group/effects";
import { isAdministrator, type UserActor } from "@/lib/permissions";
import { inputLimits, signInSettings } from "@/lib/server-settings/effects";
import { insertUser } from "@/lib/user/effects";
import { inviteAudit, snapshotOf, targetOf } from "./audit";
import { isCodeOf } from "./code";
import * as invites from "./repository";
import type { StoredInvite } from "./stored";
import type { CodeQuery, InviteSignUp } from "./schema";

/** Whether a link is good. It is not used up by this: mail scanners and previews open every link. */
export async function verifyInvite(ctx: Context, query: CodeQuery): Promise<null> {
  await openInvite(ctx, query);
  return null;
}

export interface SignUpOffer {
  email: string;
  /** Whether people sign in with passwords here. */
  hasPasswords: boolean;
  passwordMinLength: number;
}

/** What whoever has a good link needs to sign up with it. As {@link verifyInvite} it uses nothing up, and counts. */
export async function readSignUpOffer(ctx: Context, query: CodeQuery): Promise<SignUpOffer> {
  const { email } = await openInvite(ctx, query);
  const { basicAuth } = await signInSettings(ctx.db);
  const { passwordMinLength } = await inputLimits(ctx.db);
  return { email, hasPasswords: basicAuth, passwordMinLength };
}

/** Makes the account of whoever has the link: of parallel calls one wins. */
export async function signUp(ctx: Context, query: CodeQuery, input: InviteSignUp): Promise<null> {
  requireOwnName(query, input);
  const invite = await openInvite(ctx, query);
  const { basicAuth } = await signInSettings(ctx.db);
  if (!basicAuth) {
    throw forbidden("This server has switched passwords off. Sign up with single sign-on.");
  }
  const passwordHash = await hashPassword(input.password);
  await transaction(ctx, (tx) =>
    accept(tx, invite, {
      passwordHash,
      displayName: input.display_name,
      authType: "basic_auth",
      externalId: "",
    }),
  );
  return null;
}

/**
 * Makes the account of whoever a provider vouches for, where they were invited.
 * @returns its id; null without an invite that is good
 */
export async function signUpVouched(
  tx: Tx,
  email: string,
  { displayName, subject }: { displayName: string; subject: string },
): Promise<string | null> {
  const [invite] = await invites.findByEmails(tx.db, [email], tx.now);
  if (!invite || invite.expiresAt <= tx.now) return null;
  return accept(tx, invite, {
    passwordHash: null,
    displayName,
    authType: "oauth",
    externalId: subject,
  });
}

function requireOwnName({ email }: CodeQuery, { username }: InviteSignUp): void {
  if (username === undefined || username.trim().toLowerCase() === email) return;
  throw invalid([{ path: "username", message: `The username of this invite is ${email}.` }]);
}

/** @throws AppError `not_found`: unknown, wrong, used and expired are one thing for whoever has no good link */
async function openInvite(
  ctx: Context,
  { email, invite_code: code }: CodeQuery,
): Promise<StoredInvite> {
  const [found] = await invites.findByEmails(ctx.db, [email], ctx.now);
  const invite = found && found.expiresAt > ctx.now ? found : null;
  const isRight = await countAttempt(ctx, "invite-code", null, () =>
    Promise.resolve(invite !== null && isCodeOf(invite, code)),
  );
  if (invite && isRight) return invite;
  throw new AppError("not_found", "This invite is not good any more, or never was.");
}

type SignedUp = Pick<
  Parameters<typeof insertUser>[1],
  "passwordHash" | "displayName" | "authType" | "externalId"
>;

/** @returns the id of the account */
async function accept(tx: Tx, invite: StoredInvite, input: SignedUp): Promise<string> {
  const groupIds = await lockJoinable(tx, groupsOf(invite));
  await invites.holdInviting(tx.db);
  const [current] = await invites.lockByEmails(tx.db, [invite.email], tx.now);
  if (!current || !isSame(current, invite)) {
    throw conflict("This invite was used or replaced just now.");
  }
  const id = uuidv7({ msecs: tx.now.getTime() });
  const asUser: Tx = { ...tx, actor: newUser(id, invite, tx.now) };
  await insertUser(asUser, {
    ...input,
    id,
    username: invite.email,
    platformRoleId: invite.role,
    isDisabled: false,
    groupIds,
    createdBy: invite.createdBy,
  });
  await audit(asUser, inviteAudit, {
    verb: "invite.accept",
    ...targetOf(invite),
    before: snapshotOf(invite),
    after: null,
  });
  return id;
}

function groupsOf({ role, groupIds }: StoredInvite): string[] {
  return isAdministrator(role) ? [...new Set([...groupIds, ADMIN_GROUP])] : groupIds;
}

/** Whether it has still the link that was right. */
function isSame(current: StoredInvite, checked: StoredInvite): boolean {
  return current.id === checked.id && Buffer.compare(current.code, checked.code) === 0;
}

/** Whoever signs up makes their account themselves. */
function newUser(id: string, { email, role }: StoredInvite, now: Date): UserActor {
  const credential = {
    kind: "session",
    id: "",
    sessionKind: "api",
    identityConfirmedAt: now.getTime(),
    mustEnrolMfa: false,
  } as const;
  return { kind: "user", id, username: email, role, credential, administers: [] };
}

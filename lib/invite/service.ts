import "server-only";
import { auditMany } from "@/lib/audit/audit";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { toPage } from "@/lib/db/paging";
import { previewTransaction, transaction } from "@/lib/db/transaction";
import { conflict, notFound } from "@/lib/errors";
import { lockForMembership } from "@/lib/group/effects";
import { enqueueMany, withdrawMany } from "@/lib/jobs/enqueue";
import { isMailConfigured } from "@/lib/mail/configured";
import { actorName, reasonOf } from "@/lib/permissions";
import { inviteDays } from "@/lib/server-settings/effects";
import { shortened } from "@/lib/shortened";
import { canGiveRole } from "@/lib/user/policy";
import type { BulkResult } from "@/lib/user/schema";
import { inviteAudit, snapshotOf, targetOf } from "./audit";
import { linkOf, newCode, sealCode } from "./code";
import { mailInvite } from "./jobs";
import { canResend } from "./policy";
import * as invites from "./repository";
import type { StoredInvite } from "./stored";
import type { InviteCreate, InviteListQuery, InvitePage, InviteResult, UserInvite } from "./schema";
import { wantedBy, type Wanted } from "./wanted";
import type { MailStatus } from "./values";
import { toUserInvite, wireStatus } from "./view";

/** Every invite that is listed, newest first, in batches. */
export function listInvites(ctx: Context): AsyncIterable<UserInvite[]> {
  authorize(ctx, "invites:read");
  return inBatches(ctx, invites.findBatches(ctx.db, ctx.now));
}

async function* inBatches(
  ctx: Context,
  batches: AsyncIterable<StoredInvite[]>,
): AsyncGenerator<UserInvite[]> {
  for await (const batch of batches) yield batch.map((invite) => seenBy(ctx, invite));
}

/** Whoever may not give a role could take it by the link. */
function seenBy({ actor, now }: Context, invite: StoredInvite): UserInvite {
  return toUserInvite(invite, { mayInvite: canGiveRole(actor, invite.role).allowed, now });
}

export async function pageInvites(ctx: Context, query: InviteListQuery): Promise<InvitePage> {
  authorize(ctx, "invites:read");
  const { rows, total } = await invites.findPage(ctx.db, query, ctx.now);
  return toPage(
    rows.map((invite) => seenBy(ctx, invite)),
    query,
    total,
  );
}

interface Inviting {
  /** What links begin with. */
  origin: string;
  /** Tells what would be done, and does nothing. */
  isDryRun: boolean;
}

const BULK_TIMEOUT_MS = 120_000;

/** Invites all of them, or none; whoever has an account already is only reported. */
export async function inviteUsers(
  ctx: Context,
  input: InviteCreate,
  { isDryRun, origin }: Inviting,
): Promise<InviteResult[]> {
  authorize(ctx, "invites:write");
  const wanted = wantedBy(input);
  for (const role of new Set(wanted.map((each) => each.role))) {
    enforce(canGiveRole(ctx.actor, role));
  }
  if (isDryRun) {
    return previewTransaction(ctx, async (tx) => {
      const { isTaken, isKnown } = await check(tx, wanted);
      return wanted.map(({ email }) =>
        isTaken(email)
          ? existing(email)
          : { ...invited(email, isKnown(email), firstMailStatus()), invite_url: "" },
      );
    });
  }
  return transaction(ctx, (tx) => inviteChecked(tx, wanted, origin), {
    timeoutMs: BULK_TIMEOUT_MS,
  });
}

async function inviteChecked(
  tx: Tx,
  wanted: readonly Wanted[],
  origin: string,
): Promise<InviteResult[]> {
  const { isTaken, isKnown } = await check(tx, wanted);
  const made = await makeInvites(
    tx,
    wanted.filter(({ email }) => !isTaken(email)),
    origin,
  );
  return wanted.map(({ email }) => {
    const invite = made.get(email);
    if (!invite) return existing(email);
    const answer = invited(email, isKnown(email), wireStatus(invite.mailStatus));
    return { ...answer, invite_url: invite.link };
  });
}

function existing(email: string): InviteResult {
  return { email, status: "user_exists", invite_url: "", mail_status: "" };
}

function invited(
  email: string,
  isKnown: boolean,
  mailStatus: InviteResult["mail_status"],
): Omit<InviteResult, "invite_url"> {
  return { email, status: isKnown ? "reinvited" : "invited", mail_status: mailStatus };
}

/** Of a mail that is asked for now. */
function firstMailStatus(): MailStatus {
  return isMailConfigured() ? "queued" : "not_configured";
}

/** What inviting is refused for, and who is known already; nobody makes an account of one of them meanwhile. */
async function check(tx: Tx, wanted: readonly Wanted[]) {
  const paths = new Map<string, Set<string>>();
  for (const { groupIds, groupsPath } of wanted) {
    for (const id of groupIds) paths.set(id, (paths.get(id) ?? new Set()).add(groupsPath));
  }
  await lockForMembership(tx, [...paths.keys()], (id) => [...(paths.get(id) ?? [])]);
  if (!tx.isPreview) await invites.lockInviting(tx.db);
  const emails = wanted.map(({ email }) => email);
  const taken = await invites.findTaken(tx.db, emails);
  const known = await invites.findByEmails(tx.db, emails, tx.now);
  const knownEmails = new Set(known.map(({ email }) => email));
  return {
    isTaken: (email: string) => taken.has(email),
    isKnown: (email: string) => knownEmails.has(email),
  };
}

/**
 * Waits until nobody makes an account and keeps others from it.
 * @throws AppError `conflict` where one of these addresses has an account by then
 */
export async function requireNoAccounts(tx: Tx, emails: readonly string[]): Promise<void> {
  await invites.lockInviting(tx.db);
  const [taken] = await invites.findTaken(tx.db, emails);
  if (taken !== undefined) throw conflict(`${taken} has an account since just now. Try again.`);
}

/**
 * Writes invites that all rules allow, in place of those that their addresses had.
 * @returns what was made, with its link, by address
 */
export async function makeInvites(tx: Tx, wanted: readonly Wanted[], origin: string) {
  const expiresAt = await expiryOf(tx);
  const made = wanted.map(({ email, role, groupIds }) => {
    const id = invites.newId(tx.now);
    const code = newCode();
    const invite: invites.NewInvite = {
      id,
      email,
      role,
      groupIds,
      code: sealCode(id, code),
      origin,
      createdBy: actorName(tx.actor),
      expiresAt,
      mailId: invites.newId(tx.now),
      mailStatus: firstMailStatus(),
    };
    return { ...invite, link: linkOf(invite, code) };
  });
  const emails = made.map(({ email }) => email);
  await withdrawMails(tx, await invites.findByEmails(tx.db, emails, tx.now));
  await invites.replace(
    tx.db,
    made.map(({ link: _link, ...invite }) => invite),
    tx.now,
  );
  if (isMailConfigured()) await enqueueMany(tx, mailInvite, made.map(mailOf));
  await auditMany(
    tx,
    inviteAudit,
    made.map((invite) => ({
      verb: "invite.create",
      ...targetOf(invite),
      before: null,
      after: snapshotOf(invite),
    })),
  );
  return new Map(made.map((invite) => [invite.email, invite]));
}

/** The first job of a mail has its id; when the mail is tried again, that is another one. */
function mailOf({ id, mailId }: Pick<StoredInvite, "id" | "mailId">) {
  return { id: mailId, data: { invite_id: id, mail_id: mailId } };
}

/** What is on its way to them is not sent any more. */
function withdrawMails(tx: Tx, found: readonly StoredInvite[]): Promise<void> {
  const queued = found.filter(({ mailStatus }) => mailStatus === "queued");
  return withdrawMany(
    tx,
    mailInvite,
    queued.map(({ mailId }) => mailId),
  );
}

async function expiryOf({ db, now }: Tx): Promise<Date> {
  const days = await inviteDays(db);
  return new Date(now.getTime() + days * 86_400_000);
}

interface Resending {
  /** What new links begin with. */
  origin: string;
  emails: readonly string[];
  isNewLink: boolean;
  isDryRun: boolean;
}

/** Sends invites once more, with the link that they have or with a new one, which ends that. */
export async function resendInvites(ctx: Context, resending: Resending): Promise<BulkResult> {
  authorize(ctx, "invites:write");
  const { emails, isDryRun, isNewLink } = resending;
  const reasonFor = (invite: StoredInvite) =>
    reasonOf(
      canResend(
        ctx.actor,
        { platform_role_id: invite.role, expiresAt: invite.expiresAt },
        { isNewLink, isMailConfigured: isMailConfigured(), now: ctx.now },
      ),
    );
  if (isDryRun)
    return sort(emails, await invites.findByEmails(ctx.db, emails, ctx.now), reasonFor).result;
  return transaction(
    ctx,
    async (tx) => {
      const found = await invites.lockByEmails(tx.db, emails, tx.now);
      const { allowed, result } = sort(emails, found, reasonFor);
      await renewInvites(tx, allowed, resending);
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

async function renewInvites(
  tx: Tx,
  renewed: readonly StoredInvite[],
  { isNewLink, origin }: Resending,
): Promise<void> {
  const expiresAt = await expiryOf(tx);
  const renewals = renewed.map(({ id }) => ({
    id,
    mailId: invites.newId(tx.now),
    mailStatus: firstMailStatus(),
    ...(isNewLink && { link: { code: sealCode(id, newCode()), origin, expiresAt } }),
  }));
  await withdrawMails(tx, renewed);
  await invites.renew(tx.db, renewals, tx.now);
  if (isMailConfigured()) await enqueueMany(tx, mailInvite, renewals.map(mailOf));
  await auditMany(
    tx,
    inviteAudit,
    renewed.map((invite) => ({
      verb: "invite.resend",
      ...targetOf(invite),
      before: isNewLink ? { expires_at: snapshotOf(invite).expires_at } : {},
      after: {
        new_link: isNewLink,
        ...(isNewLink && { expires_at: snapshotOf({ ...invite, expiresAt }).expires_at }),
      },
    })),
  );
}

/** Sorts the named invites into those that nothing stands in the way of and those that are skipped, with the reason. */
function sort(
  emails: readonly string[],
  found: readonly StoredInvite[],
  reasonFor: (invite: StoredInvite) => string | null,
) {
  const byEmail = new Map(found.map((invite) => [invite.email, invite]));
  const allowed: StoredInvite[] = [];
  const result: BulkResult = { done: [], skipped: [], client_configs: 0 };
  for (const email of emails) {
    const invite = byEmail.get(email);
    const reason = invite ? reasonFor(invite) : `There is no invite for "${shortened(email)}".`;
    if (invite && reason === null) {
      allowed.push(invite);
      result.done.push(email);
    } else {
      result.skipped.push({ id: email, reason: reason ?? "" });
    }
  }
  return { allowed, result };
}

/** Ends an invite: its link is good for nothing any more. */
export async function revokeInvite(ctx: Context, email: string): Promise<null> {
  authorize(ctx, "invites:write");
  return transaction(ctx, async (tx) => {
    const found = await invites.lockByEmails(tx.db, [email], tx.now);
    if (found.length === 0) throw notFound("invite", email);
    await revoke(tx, found);
    return null;
  });
}

export async function bulkRevokeInvites(
  ctx: Context,
  { emails, isDryRun }: { emails: readonly string[]; isDryRun: boolean },
): Promise<BulkResult> {
  authorize(ctx, "invites:write");
  const always = () => null;
  if (isDryRun)
    return sort(emails, await invites.findByEmails(ctx.db, emails, ctx.now), always).result;
  return transaction(
    ctx,
    async (tx) => {
      const found = await invites.lockByEmails(tx.db, emails, tx.now);
      const { allowed, result } = sort(emails, found, always);
      await revoke(tx, allowed);
      return result;
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

async function revoke(tx: Tx, revoked: readonly StoredInvite[]): Promise<void> {
  await withdrawMails(tx, revoked);
  await invites.removeByEmails(
    tx.db,
    revoked.map(({ email }) => email),
  );
  await auditRevocations(tx, revoked);
}

function auditRevocations(tx: Tx, revoked: readonly StoredInvite[]): Promise<void> {
  return auditMany(
    tx,
    inviteAudit,
    revoked.map((invite) => ({
      verb: "invite.revoke",
      ...targetOf(invite),
      before: snapshotOf(invite),
      after: null,
    })),
  );
}

const REVOKED_AT_ONCE = 2_000;

/** Ends all invites, in parts that fit into memory. */
export async function revokeAllInvites(ctx: Context): Promise<null> {
  authorize(ctx, "invites:write");
  return transaction(
    ctx,
    async (tx) => {
      let after: string | undefined;
      for (;;) {
        const some = { limit: REVOKED_AT_ONCE, after };
        const revoked = await invites.removeSome(tx.db, some, tx.now);
        if (revoked === null) return null;
        await withdrawMails(tx, revoked.listed);
        await auditRevocations(tx, revoked.listed);
        after = revoked.last;
      }
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

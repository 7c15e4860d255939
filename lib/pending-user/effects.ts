import "server-only";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { conflict } from "@/lib/errors";
import * as invites from "@/lib/invite/repository";
import { enqueueMany } from "@/lib/jobs/enqueue";
import { isMailConfigured } from "@/lib/mail/configured";
import * as serverSettings from "@/lib/server-settings/repository";
import * as users from "@/lib/user/repository";
import { isEmail } from "@/lib/user/username";
import { pendingUserAudit, snapshotOf, targetOf } from "./audit";
import { pendingUserMail, type PendingMailKind } from "./mail";
import * as mails from "./mail-repository";
import * as pendingUsers from "./repository";
import type { ProvenIdentity } from "./stored";
import type { Standing } from "./values";

export interface Asked extends ProvenIdentity {
  /** The verified address in lower case. */
  username: string;
  displayName: string;
  /** Its id. */
  provider: string;
}

/**
 * Lets somebody wait who signed in at a provider and whom nothing else lets in.
 * @returns whether they wait, now or already; `taken`: somebody else waits under that address; `full`: too many wait
 * @throws AppError `conflict` where the address has an account by then
 */
export async function askToJoin(tx: Tx, asked: Asked): Promise<"waiting" | "taken" | "full"> {
  // Nobody makes an account meanwhile, and whoever asks waits for the one before: the number stays in its bounds.
  await invites.lockInviting(tx.db);
  const { username, issuer, subject } = asked;
  if ((await invites.findTaken(tx.db, [username])).size > 0) {
    throw conflict(`${username} has an account since just now. Try again.`);
  }
  const rivals = await pendingUsers.findRivals(tx.db, asked);
  const own = rivals.find((each) => each.issuer === issuer && each.subject === subject);
  if (rivals.some((each) => each !== own)) return "taken";
  if (own?.username === username) {
    await pendingUsers.noteTry(tx.db, own.id, asked, tx.now);
    return "waiting";
  }
  if (own) await pendingUsers.removeByUsernames(tx.db, [own.username]);
  else if (await pendingUsers.isFull(tx.db)) return "full";
  await pendingUsers.create(tx.db, asked, tx.now);
  await audit({ ...tx, actor: { kind: "anonymous" } }, pendingUserAudit, {
    verb: "pending-user.create",
    ...targetOf(asked),
    before: null,
    after: { ...snapshotOf(asked), ...(own && { replaces: own.username }) },
  });
  await tellAdministrators(tx);
  return "waiting";
}

/** At most once an hour, and only where they want to be told. */
async function tellAdministrators(tx: Tx): Promise<void> {
  if (!isMailConfigured()) return;
  if (!(await serverSettings.claimPendingTold(tx.db, tx.now))) return;
  const addresses = (await users.findAdministrators(tx.db)).filter(isEmail);
  await mailMany(
    tx,
    addresses.map((address) => ({ kind: "waiting", address })),
  );
}

interface Mailed {
  kind: PendingMailKind;
  address: string;
  /** What its link begins with; absent where that is known only when it is sent. */
  origin?: string;
  /** Why somebody was refused. */
  reason?: string;
}

/** Puts mails on their way, where this server sends any. */
export async function mailMany(tx: Tx, mailed: readonly Mailed[]): Promise<void> {
  if (mailed.length === 0 || !isMailConfigured()) return;
  const ids = await mails.create(
    tx.db,
    mailed.map((mail) => ({ origin: "", reason: "", ...mail })),
    tx.now,
  );
  await enqueueMany(
    tx,
    pendingUserMail,
    ids.map((id) => ({ id, data: { mail_id: id } })),
  );
}

/** How it stands with whoever signed in by this identity and was not let in then. */
export function readStanding(db: Db, identity: ProvenIdentity): Promise<Standing> {
  return pendingUsers.findStanding(db, identity);
}

/** Ends the requests of these addresses, whose accounts go. */
export function dropRequests(tx: Tx, usernames: readonly string[]): Promise<void> {
  return pendingUsers.removeByUsernames(tx.db, usernames);
}

/** Ends the request of whoever has an account by now that signs in by this identity. */
export function dropRequestOf(tx: Tx, identity: ProvenIdentity): Promise<void> {
  return pendingUsers.removeByIdentity(tx.db, identity);
}

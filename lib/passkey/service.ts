// The passkeys that users sign in and confirm who they are with.
import "server-only";
import { audit } from "@/lib/audit/audit";
import { relyingPartyId, type RelyingParty } from "@/lib/auth/relying-party";
import { requireStanding } from "@/lib/auth/standing";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { conflict, invalid, notFound } from "@/lib/errors";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { isUuid, showsNothing } from "@/lib/wire";
import { passkeyAudit } from "./audit";
import { CHALLENGE_MS, newChallenge } from "./challenge";
import { requestOptionsFor, requireRelyingParty, toDescriptor, userHandleOf } from "./options";
import { canAddPasskey } from "./policy";
import { takeChallenge } from "./proof-effects";
import * as passkeys from "./repository";
import type {
  Attestation,
  CreationOptions,
  Passkey,
  PasskeyCreate,
  RequestOptions,
} from "./schema";
import { algorithms, toBase64url, verifyAttestation, type NewCredential } from "./verification";

export async function listPasskeys(ctx: Context, username: string): Promise<Passkey[]> {
  authorize(ctx, "passkeys:read", { user: username });
  const { id } = await readUser(ctx, username);
  return passkeys.findByUser(ctx.db, id);
}

/** The ids of those that do not work at this address, because they were made for another. */
export async function listUnusable(ctx: Context, username: string): Promise<string[]> {
  authorize(ctx, "passkeys:read", { user: username });
  const { id } = await readUser(ctx, username);
  return passkeys.findMadeElsewhere(ctx.db, id, relyingPartyId(ctx));
}

/** What a browser makes a passkey by. */
export async function passkeyCreationOptions(
  ctx: Context,
  username: string,
): Promise<CreationOptions> {
  authorize(ctx, "passkeys:manage", { user: username });
  const { id: userId, entity: user } = await readUser(ctx, username);
  enforce(canAddPasskey(user, 0));
  const { id: rpId } = requireRelyingParty(ctx);
  const existing = await passkeys.findDescriptors(ctx.db, userId, rpId);
  enforce(canAddPasskey(user, existing.length));

  const { display_name: name } = user;
  return {
    rp: { id: rpId, name: "Muster" },
    user: {
      id: userHandleOf(userId),
      name: username,
      displayName: showsNothing(name) ? username : name,
    },
    challenge: toBase64url(newChallenge({ purpose: "register", userId }, ctx.now)),
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    timeout: CHALLENGE_MS,
    excludeCredentials: existing.map(toDescriptor),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
  };
}

export async function addPasskey(
  ctx: Context,
  username: string,
  { name, credential }: PasskeyCreate,
): Promise<Passkey> {
  authorize(ctx, "passkeys:manage", { user: username });
  const { id: userId, entity: user } = await readUser(ctx, username);
  enforce(canAddPasskey(user, 0));
  const relyingParty = requireRelyingParty(ctx);
  const { id: rpId } = relyingParty;
  const made = await verifiedCredential(ctx, credential, { userId, relyingParty });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    await requireStanding(tx);
    enforce(canAddPasskey(stored.entity, await passkeys.count(tx.db, userId, rpId)));

    const created = await passkeys
      .create(tx.db, { ...made, userId, rpId, name }, tx.now)
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? conflict("This passkey is registered already.") : error;
      });
    await audit(tx, passkeyAudit, {
      verb: "passkey.create",
      ...targetOf(stored),
      before: null,
      after: { name },
    });
    return created;
  });
}

/** Uses the challenge up. @throws AppError `invalid` when the answer is not good */
async function verifiedCredential(
  ctx: Context,
  credential: Attestation,
  { userId, relyingParty }: { userId: string; relyingParty: RelyingParty },
): Promise<NewCredential> {
  const challenge = await takeChallenge(ctx, credential, { purpose: "register", userId });
  const made = challenge && (await verifyAttestation(credential, { challenge, relyingParty }));
  if (made) return made;
  const message = "This is no answer to what was asked in the last 5 minutes. Try again.";
  throw invalid([{ path: "credential", message }]);
}

export async function renamePasskey(
  ctx: Context,
  { username, id }: { username: string; id: string },
  name: string,
): Promise<Passkey> {
  authorize(ctx, "passkeys:rename", { user: username });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    const before = await findOwn(tx, stored.id, id);
    const after = await passkeys.rename(tx.db, id, name);
    await audit(tx, passkeyAudit, {
      verb: "passkey.update",
      ...targetOf(stored),
      before: { name: before.name },
      after: { name },
    });
    return after;
  });
}

export async function removePasskey(
  ctx: Context,
  { username, id }: { username: string; id: string },
): Promise<null> {
  authorize(ctx, "passkeys:manage", { user: username });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    const { name } = await findOwn(tx, stored.id, id);
    await passkeys.removeById(tx.db, id);
    await audit(tx, passkeyAudit, {
      verb: "passkey.delete",
      ...targetOf(stored),
      before: { name },
      after: null,
    });
    return null;
  });
}

async function findOwn({ db }: Tx, userId: string, id: string): Promise<Passkey> {
  const found = isUuid(id) ? await passkeys.findOne(db, userId, id) : null;
  if (!found) throw notFound("passkey", id);
  return found;
}

/** What a browser has one of the caller's passkeys answer to, to confirm who they are. */
export async function confirmationOptions(ctx: Context, username: string): Promise<RequestOptions> {
  authorize(ctx, "identity:validate", { user: username });
  const { id: userId } = await readUser(ctx, username);
  const relyingParty = requireRelyingParty(ctx);
  const own = await passkeys.findDescriptors(ctx.db, userId, relyingParty.id);
  if (own.length === 0) throw conflict("This account has no passkey that works at this address.");
  const asked = { purpose: "confirm", userId } as const;
  return requestOptionsFor({ now: ctx.now, asked, relyingParty }, own);
}

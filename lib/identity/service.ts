// Identities at providers that users have linked to their accounts, and sign in by.
import "server-only";
import { audit } from "@/lib/audit/audit";
import { configuredProviders } from "@/lib/auth/providers";
import { requireStanding } from "@/lib/auth/standing";
import type { ProvenIdentity } from "@/lib/auth/single-sign-on/proven-identity";
import { authorize, enforce } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { AppError, conflict, notFound } from "@/lib/errors";
import { countUsablePasskeys } from "@/lib/passkey/effects";
import { dropRequestOf } from "@/lib/pending-user/effects";
import { holdSignInSettings } from "@/lib/server-settings/effects";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { identityAudit } from "./audit";
import { insertIdentity, linkedElsewhere } from "./effects";
import { canUnlink } from "./policy";
import * as identities from "./repository";
import type { Identity } from "./schema";

export async function listIdentities(ctx: Context, username: string): Promise<Identity[]> {
  authorize(ctx, "identities:read", { user: username });
  const { id } = await readUser(ctx, username);
  return identities.findByUser(ctx.db, id);
}

/** @param proven what the browser proved at a provider; null where it has not lately */
export async function linkIdentity(
  ctx: Context,
  username: string,
  proven: ProvenIdentity | null,
): Promise<Identity> {
  authorize(ctx, "identities:manage", { user: username });
  if (!proven) {
    const message =
      "This browser has proved no identity in the last 10 minutes. Sign in there first.";
    throw new AppError("not_found", message);
  }
  if (proven.email?.toLowerCase() !== username) {
    throw conflict(`The provider does not vouch for ${username} as the address of this identity.`);
  }
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    await requireStanding(tx);
    const holder = await identities.findHolder(tx.db, proven);
    if (holder && holder.userId !== stored.id) throw linkedElsewhere();
    if (holder) return findLinked(await identities.findByUser(tx.db, stored.id), holder.id);

    const { provider, issuer, subject } = proven;
    const linked = { userId: stored.id, provider, issuer, subject, email: username };
    const created = await insertIdentity(tx, linked);
    await dropRequestOf(tx, proven);
    await audit(tx, identityAudit, {
      verb: "identity.link",
      ...targetOf(stored),
      before: null,
      after: { provider, email: username },
    });
    return created;
  });
}

export async function unlinkIdentity(ctx: Context, username: string, id: string): Promise<null> {
  authorize(ctx, "identities:manage", { user: username });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    const linked = await identities.findByUser(tx.db, stored.id);
    const { provider, email } = findLinked(linked, id);
    const { basicAuth } = await holdSignInSettings(tx);
    enforce(
      canUnlink({
        user: stored.entity,
        hasPasswords: basicAuth,
        others: linked.filter((other) => other.id !== id).map((other) => other.provider),
        hasPasskey: (await countUsablePasskeys(tx, stored.id)) > 0,
        providers: configuredProviders().map((each) => each.id),
      }),
    );
    await identities.removeById(tx.db, id);
    await audit(tx, identityAudit, {
      verb: "identity.unlink",
      ...targetOf(stored),
      before: { provider, email },
      after: null,
    });
    return null;
  });
}

function findLinked(linked: readonly Identity[], id: string): Identity {
  const found = linked.find((each) => each.id === id);
  if (!found) throw notFound("identity", id);
  return found;
}

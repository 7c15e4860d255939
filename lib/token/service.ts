import "server-only";
import { audit, auditMany } from "@/lib/audit/audit";
import { requireStanding } from "@/lib/auth/standing";
import { authorize, authorizeRow, enforce } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { createToken, hashToken } from "@/lib/crypto/tokens";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { conflict, notFound } from "@/lib/errors";
import { actorName } from "@/lib/permissions";
import { tokenMaxDays } from "@/lib/server-settings/effects";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { isUuid, toWireTime } from "@/lib/wire";
import { snapshotOf, tokenAudit } from "./audit";
import { callingToken, expiryOf } from "./expiry";
import * as pages from "./page-repository";
import { canCreateToken, canRevokeToken, nameTaken } from "./policy";
import * as tokens from "./repository";
import type { AccessToken, TokenCreate, TokenCreated, TokenListQuery, TokenPage } from "./schema";

/** A user's tokens, newest first, in batches. */
export async function listTokens(
  ctx: Context,
  username: string,
): Promise<AsyncIterable<AccessToken[]>> {
  authorize(ctx, "tokens:read", { user: username });
  const { id } = await readUser(ctx, username);
  return tokens.findBatches(ctx.db, id);
}

/** The newest tokens of a user, for a first paint: one batch of the list. */
export async function newestTokens(
  ctx: Context,
  username: string,
): Promise<{ tokens: AccessToken[]; isAll: boolean }> {
  for await (const batch of await listTokens(ctx, username)) {
    return { tokens: batch, isAll: batch.length < tokens.BATCH };
  }
  return { tokens: [], isAll: true };
}

/** How many days ahead a new token may expire. */
export async function longestTokenDays(ctx: Context): Promise<number> {
  authorize(ctx, "tokens:manage", { row: true });
  return tokenMaxDays(ctx.db);
}

export async function pageTokens(ctx: Context, query: TokenListQuery): Promise<TokenPage> {
  authorize(ctx, "tokens:list");
  return pages.findPage(ctx.db, query, ctx.now);
}

export async function createAccessToken(ctx: Context, input: TokenCreate): Promise<TokenCreated> {
  authorize(ctx, "tokens:manage", { row: true });
  // The owner is named by the body alone: what is wrong with the body is said before whose token it may not be.
  const maxDays = await tokenMaxDays(ctx.db);
  const expiresAt = expiryOf(ctx, { wanted: input.expires_at, maxDays });
  authorize(ctx, "tokens:manage", { user: input.user_name });
  return transaction(ctx, async (tx) => {
    const owner = await lockUser(tx, input.user_name).catch(async (error: unknown) => {
      // Whoever was deleted meanwhile is signed out, rather than told that there is nobody of their name.
      await requireStanding(tx);
      throw error;
    });
    await requireStanding(tx);
    enforce(canCreateToken(tx.actor, owner.entity));

    const token = createToken("mat_");
    await tokens
      .create(tx.db, {
        owner: { id: owner.id, username: owner.entity.username },
        name: input.name,
        tokenHash: hashToken(token),
        parentId: callingToken(tx.actor)?.id ?? null,
        createdBy: actorName(tx.actor),
        now: tx.now,
        expiresAt,
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? conflict(nameTaken(input), "name") : error;
      });
    await audit(tx, tokenAudit, {
      verb: "token.create",
      ...targetOf(owner),
      before: null,
      after: snapshotOf({ name: input.name, expires_at: toWireTime(expiresAt) }),
    });
    return { UserName: owner.entity.username, AuthToken: token };
  });
}

/**
 * Revokes a token, and those that were made with it, whoever owns them. Whoever may reach only their own
 * does not learn of another's.
 */
export async function revokeToken(ctx: Context, id: string): Promise<null> {
  authorize(ctx, "tokens:manage", { row: true });
  const missing = () => notFound("API token", id);
  return transaction(ctx, async (tx) => {
    const [token] = isUuid(id) ? await tokens.findWithDescendants(tx.db, id) : [];
    if (!token) throw missing();
    authorizeRow(tx, "tokens:manage", { user: token.user_name }, missing);
    const owner = await lockUser(tx, token.user_name);
    enforce(canRevokeToken(tx.actor, owner.entity));

    const revoked = await tokens.findWithDescendants(tx.db, id);
    if ((await tokens.removeById(tx.db, id)) === 0) throw missing();
    await auditMany(tx, tokenAudit, revoked.map(revocationOf));
    return null;
  });
}

function revocationOf({ owner, ...token }: tokens.OwnedToken) {
  return {
    verb: "token.revoke",
    ...targetOf(owner),
    before: snapshotOf(token),
    after: null,
  } as const;
}

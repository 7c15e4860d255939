import "server-only";
import { audit } from "@/lib/audit/audit";
import { countAttempt } from "@/lib/auth/throttle";
import type { Context, Tx } from "@/lib/context";
import { hashPassword } from "@/lib/crypto/passwords";
import { constantTimeEqual } from "@/lib/crypto/tokens";
import { transaction } from "@/lib/db/transaction";
import { conflict, forbidden, type Versioned } from "@/lib/errors";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { authorize, enforce } from "@/lib/authorize";
import { endPreAuthTokensOf } from "@/lib/mfa/effects";
import { revokeTokensOf } from "@/lib/token/effects";
import { snapshotOf, userAudit } from "./audit";
import { canBecomeSuperAdmin } from "./policy";
import * as users from "./repository";
import type { SuperAdminCreate, User } from "./schema";
import { answerOf, insertUser, lockUser, requireVersion, targetOf } from "./effects";

export function hasSuperAdmin(ctx: Pick<Context, "db">): Promise<boolean> {
  return users.hasSuperAdmin(ctx.db);
}

/** What proves that a caller may set this server up: that they started it, or were given the link. */
export interface SetupProof {
  /** The token to compare with; null when a direct loopback connection needs none. */
  expected: string | null;
  given: string | null;
}

/** Creates the super admin, once: of parallel calls the database lets exactly one through. */
export async function createSuperAdmin(
  ctx: Context,
  input: SuperAdminCreate,
  proof: SetupProof,
): Promise<Versioned<User>> {
  if (await users.hasSuperAdmin(ctx.db)) throw exists();
  await checkProof(ctx, input.username, proof);
  const passwordHash = await hashPassword(input.password);

  return transaction(ctx, async (tx) =>
    insertUser(tx, {
      username: input.username,
      passwordHash,
      displayName: input.display_name,
      platformRoleId: "super-admin",
      externalId: "",
      isDisabled: false,
      groupIds: [ADMIN_GROUP],
    }),
  ).catch(async (error: unknown) => {
    // Of parallel calls all but one fail at the database's unique indexes.
    throw (await users.hasSuperAdmin(ctx.db)) ? exists() : error;
  });
}

function exists() {
  return conflict("There is a super admin already.");
}

async function checkProof(ctx: Context, account: string, { expected, given }: SetupProof) {
  if (expected === null) return;
  if (!given)
    throw forbidden("The setup token is needed. It is in the setup link that the server printed.");
  const isRight = await countAttempt(ctx, "setup-token", account, () =>
    Promise.resolve(constantTimeEqual(given, expected)),
  );
  if (!isRight)
    throw forbidden("The setup token is not right. Use the setup link that the server printed.");
}

/** Hands the role over; both users change in one transaction, and their API tokens end. */
export async function transferSuperAdmin(ctx: Context, username: string): Promise<Versioned<User>> {
  authorize(ctx, "super-admin:transfer");
  return transaction(ctx, async (tx) => {
    const [giver, receiver] = await lockBoth(tx, username);
    requireVersion(tx, receiver);
    enforce(canBecomeSuperAdmin(receiver.entity));

    await users.update(tx.db, giver.id, { platformRoleId: "admin" }, tx.now);
    await users.update(tx.db, receiver.id, { platformRoleId: "super-admin" }, tx.now);
    await revokeTokensOf(tx, [giver.id, receiver.id]);
    await endPreAuthTokensOf(tx, [giver.id, receiver.id]);
    await auditRole(tx, giver);
    return auditRole(tx, receiver);
  });
}

async function lockBoth(tx: Tx, username: string) {
  const giverName = tx.actor.kind === "user" ? tx.actor.username : "";
  await users.lockMany(tx.db, [giverName, username], tx.now);
  const receiver = await lockUser(tx, username);
  const giver = await lockUser(tx, giverName);
  // Another transfer may have come first.
  if (!giver.entity.issuperadmin) throw forbidden("You are no longer the super admin.");
  return [giver, receiver] as const;
}

async function auditRole(tx: Tx, before: users.StoredUser): Promise<Versioned<User>> {
  const after = await lockUser(tx, before.entity.username);
  await audit(tx, userAudit, {
    verb: "user.transfer-super-admin",
    ...targetOf(after),
    before: snapshotOf(before.entity),
    after: snapshotOf(after.entity),
  });
  return answerOf(tx, after);
}

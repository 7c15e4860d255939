import "server-only";
import { audit } from "@/lib/audit/audit";
import { forgetFailuresOf } from "@/lib/auth/throttle";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { hashPassword } from "@/lib/crypto/passwords";
import { transaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/errors";
import { generatePassword } from "@/lib/generate-password";
import { dropIdentities } from "@/lib/identity/effects";
import { dropTotp } from "@/lib/mfa/effects";
import { dropPasskeys } from "@/lib/passkey/effects";
import { inputLimits } from "@/lib/server-settings/effects";
import { endSessionsOf } from "@/lib/session/effects";
import { revokeTokensOf } from "@/lib/token/effects";
import { snapshotOf, userAudit } from "./audit";
import { lockUser, targetOf } from "./effects";
import * as users from "./repository";

/** What lets whoever has the server's machine in again. */
interface Recovered {
  username: string;
  /** Nobody can look it up later. */
  password: string;
}

/** Gives the super admin a new password, and with it the only way in: whoever was in before is out. */
export async function resetSuperAdmin(ctx: Context): Promise<Recovered> {
  authorize(ctx, "super-admin:reset");
  const { passwordMinLength } = await inputLimits(ctx.db);
  const password = generatePassword(passwordMinLength);
  const passwordHash = await hashPassword(password);

  return transaction(ctx, async (tx) => {
    const before = await lockSuperAdmin(tx);
    const { username } = before.entity;
    await users.update(tx.db, before.id, { ...wayIn, passwordHash }, tx.now);
    await endSessionsOf(tx, [before.id]);
    await revokeTokensOf(tx, [before.id]);
    await dropTotp(tx, before.id);
    await dropPasskeys(tx, before.id);
    await dropIdentities(tx, before.id);
    await forgetFailuresOf(tx, username);
    const after = await lockUser(tx, username);
    await audit(tx, userAudit, {
      verb: "user.reset-super-admin",
      ...targetOf(after),
      before: snapshotOf(before.entity),
      after: { ...snapshotOf(after.entity), password: "changed" },
    });
    return { username, password };
  });
}

const wayIn = { authType: "basic_auth", isDisabled: false, isMfaEnabled: false } as const;

async function lockSuperAdmin(tx: Tx): Promise<users.StoredUser> {
  const username = await users.findSuperAdmin(tx.db);
  if (username === null) {
    throw conflict(
      "There is no super admin yet. Start the server and open the setup link that it prints. " +
        "If there should be one, check MUSTER_DATA_DIR and DATABASE_URL.",
    );
  }
  const stored = await lockUser(tx, username);
  if (stored.entity.issuperadmin) return stored;
  throw conflict("The super admin role is being handed over at this moment. Try again.");
}

import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { InputLimits } from "@/lib/limits";
import { audit } from "@/lib/audit/audit";
import { configuredProviders } from "@/lib/auth/providers";
import { relyingPartyId } from "@/lib/auth/relying-party";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { previewTransaction, transaction } from "@/lib/db/transaction";
import type { Versioned } from "@/lib/errors";
import { isMailConfigured } from "@/lib/mail/configured";
import { allowed, reasonOf, type Verdict } from "@/lib/permissions";
import { requireMatch, toVersioned, type Stored } from "@/lib/versions";
import { serverSettingsAudit } from "./audit";
import { canSwitchPasswordsOff } from "./policy";
import * as settings from "./repository";
import type { ServerSettings, ServerSettingsUpdate, SettingsPreview } from "./schema";
import * as signIn from "./sign-in-repository";

/** For forms that take a password, also from people who are not signed in: the refusal of a short one tells them too. */
export function getInputLimits({ db }: Context): Promise<InputLimits> {
  return settings.findInputLimits(db);
}

/** Whether everyone is asked for MFA; for everybody, because it decides what they may do with their own. */
export function isMfaEnforced({ db }: Context): Promise<boolean> {
  return settings.findMfaEnforced(db);
}

export async function getServerSettings(ctx: Context): Promise<Versioned<ServerSettings>> {
  authorize(ctx, "server-settings:read");
  return toVersioned(withMail(await settings.find(ctx.db)));
}

export async function updateServerSettings(
  ctx: Context,
  input: ServerSettingsUpdate,
): Promise<Versioned<ServerSettings>> {
  authorize(ctx, "server-settings:write");
  return transaction(ctx, async (tx) => {
    const before = await settings.lock(tx.db);
    requireMatch(tx.ifMatch, withMail(before));
    const after = { ...before.entity, ...input };
    if (isDeepStrictEqual(before.entity, after)) return toVersioned(withMail(before));
    enforce(await stateAllows(tx, before.entity, after));

    const stored = await settings.update(tx.db, after);
    await audit(tx, serverSettingsAudit, {
      verb: "server-settings.update",
      target: "server-settings",
      targetName: "server-settings",
      before: before.entity,
      after: stored.entity,
    });
    return toVersioned(withMail(stored));
  });
}

/** Whom this change would keep from signing in, and from anything but setting up MFA; and whether it is refused. */
export async function previewServerSettings(
  ctx: Context,
  input: ServerSettingsUpdate,
): Promise<SettingsPreview> {
  authorize(ctx, "server-settings:write");
  return previewTransaction(ctx, async (tx) => {
    const { entity: before } = await settings.find(tx.db);
    const after = { ...before, ...input };
    return {
      locked_out: switchesPasswordsOff(before, after)
        ? await signIn.findLockedOut(tx.db, otherWays(tx))
        : nobody,
      must_enrol:
        after.mfa_enforced && !before.mfa_enforced ? await signIn.findMustEnrol(tx.db) : nobody,
      refused: reasonOf(await stateAllows(tx, before, after)) ?? "",
    };
  });
}

const nobody = { total: 0, usernames: [] };

function switchesPasswordsOff(before: settings.SetSettings, after: settings.SetSettings): boolean {
  return before.basic_auth && !after.basic_auth;
}

function otherWays(ctx: Context): signIn.OtherWays {
  return { providers: configuredProviders().map(({ id }) => id), rpId: relyingPartyId(ctx) };
}

async function stateAllows(
  tx: Tx,
  before: settings.SetSettings,
  after: settings.SetSettings,
): Promise<Verdict> {
  if (!switchesPasswordsOff(before, after)) return allowed;
  const { db, actor } = tx;
  const ways = otherWays(tx);
  const canCaller =
    actor.kind !== "user" ||
    actor.role === "super-admin" ||
    (await signIn.canSignInWithout(db, actor.id, ways));
  const canSome = await signIn.canSomeAdministratorSignIn(db, ways);
  return canSwitchPasswordsOff({ canCaller, canSome });
}

function withMail({ entity, version }: settings.StoredSettings): Stored<ServerSettings> {
  return { entity: { ...entity, mail_configured: isMailConfigured() }, version };
}

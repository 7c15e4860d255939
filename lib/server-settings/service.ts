import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { InputLimits } from "@/lib/limits";
import { audit } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import type { Versioned } from "@/lib/errors";
import { isMailConfigured } from "@/lib/mail/configured";
import { requireMatch, toVersioned, type Stored } from "@/lib/versions";
import { serverSettingsAudit } from "./audit";
import * as settings from "./repository";
import type { ServerSettings, ServerSettingsUpdate } from "./schema";

/** For forms that take a password, also from people who are not signed in: the refusal of a short one tells them too. */
export function getInputLimits({ db }: Context): Promise<InputLimits> {
  return settings.findInputLimits(db);
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

function withMail({ entity, version }: settings.StoredSettings): Stored<ServerSettings> {
  return { entity: { ...entity, mail_configured: isMailConfigured() }, version };
}

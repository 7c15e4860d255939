import "server-only";
import { cache } from "react";
import { audit } from "@/lib/audit/audit";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import type { Versioned } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { requireMatch, versioned } from "@/lib/versions";
import * as settings from "./repository";
import { defaultSettings, type SettingsUpdate, type UserSettings } from "./schema";

/** How pages look for the actor, read once per page; signed-out pages follow the system. */
export const preferencesOf = cache(async ({ actor, db }: Context): Promise<UserSettings> => {
  if (actor.kind !== "user") return defaultSettings;
  return (await read(db, actor.id)).settings;
});

export async function getSettings(
  ctx: Context,
  username: string,
): Promise<Versioned<UserSettings>> {
  authorize(ctx.actor, "settings:manage", username);
  const { id } = await readUser(ctx, username);
  const stored = await read(ctx.db, id);
  return versioned(stored.settings, stored.version);
}

export async function updateSettings(
  ctx: Context,
  username: string,
  input: SettingsUpdate,
): Promise<Versioned<UserSettings>> {
  authorize(ctx.actor, "settings:manage", username);
  return transaction(ctx, async (tx) => {
    const user = await lockUser(tx, username);
    const before = await read(tx.db, user.id);
    requireMatch(tx.ifMatch, versioned(before.settings, before.version));
    if (!changes(before.settings, input)) return versioned(before.settings, before.version);

    const after = await settings.save(tx.db, user.id, { ...before.settings, ...input });
    await audit(tx, {
      verb: "settings.update",
      ...targetOf(user),
      before: before.settings,
      after: after.settings,
    });
    return versioned(after.settings, after.version);
  });
}

/** No version of a row is this low: the database starts with the time. */
const VERSION_OF_DEFAULTS = "0";

async function read(db: Db, userId: string): Promise<settings.StoredSettings> {
  const stored = await settings.findByUser(db, userId);
  return stored ?? { version: VERSION_OF_DEFAULTS, settings: defaultSettings };
}

function changes(before: UserSettings, input: SettingsUpdate): boolean {
  const after = { ...before, ...input };
  return (
    after.theme !== before.theme ||
    after.text_size !== before.text_size ||
    after.reduced_motion !== before.reduced_motion
  );
}

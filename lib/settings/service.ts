import "server-only";
import { isDeepStrictEqual } from "node:util";
import { cache } from "react";
import { audit } from "@/lib/audit/audit";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import type { Versioned } from "@/lib/errors";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { requireMatch, toVersioned } from "@/lib/versions";
import { settingsAudit } from "./audit";
import * as settings from "./repository";
import { defaultSettings, type SettingsUpdate, type UserSettings } from "./schema";

/** How pages look for the actor, read once per page; signed-out pages follow the system. */
export const preferencesOf = cache(async ({ actor, db }: Context): Promise<UserSettings> => {
  if (actor.kind !== "user") return defaultSettings;
  return (await read(db, actor.id)).entity;
});

export async function getSettings(
  ctx: Context,
  username: string,
): Promise<Versioned<UserSettings>> {
  authorize(ctx, "settings:manage", { user: username });
  const { id } = await readUser(ctx, username);
  return toVersioned(await read(ctx.db, id));
}

export async function updateSettings(
  ctx: Context,
  username: string,
  input: SettingsUpdate,
): Promise<Versioned<UserSettings>> {
  authorize(ctx, "settings:manage", { user: username });
  return transaction(ctx, async (tx) => {
    const user = await lockUser(tx, username);
    const before = await read(tx.db, user.id);
    requireMatch(tx.ifMatch, before);
    const after = { ...before.entity, ...input };
    if (isDeepStrictEqual(before.entity, after)) return toVersioned(before);

    const stored = await settings.save(tx.db, user.id, after);
    await audit(tx, settingsAudit, {
      verb: "settings.update",
      ...targetOf(user),
      before: before.entity,
      after: stored.entity,
    });
    return toVersioned(stored);
  });
}

/** No version of a row is this low: the database starts with the time. */
const VERSION_OF_DEFAULTS = "0";

async function read(db: Db, userId: string): Promise<settings.StoredSettings> {
  const stored = await settings.findByUser(db, userId);
  return stored ?? { version: VERSION_OF_DEFAULTS, entity: defaultSettings };
}

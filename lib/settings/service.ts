import "server-only";
import type { Context } from "@/lib/context";
import * as settings from "./repository";
import { defaultSettings, type UserSettings } from "./schema";

/** How pages look for the actor; signed-out pages follow the system. */
export async function preferencesOf({ actor, db }: Context): Promise<UserSettings> {
  if (actor.kind !== "user") return defaultSettings;
  return (await settings.findByUser(db, actor.id)) ?? defaultSettings;
}

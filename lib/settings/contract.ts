import { defineContracts, wrapped } from "@/lib/api/contract";
import { usernamePath } from "@/lib/user/schema";
import { settingsUpdate, userSettings } from "./schema";

const path = "/api/users/{username}/settings";
const about = { kind: "user", in: "path", name: "username" } as const;

export const settingsContract = defineContracts({
  get: {
    method: "GET",
    path,
    who: "settings:manage",
    about,
    summary: "Get one's own preferences",
    params: usernamePath,
    versioned: true,
    response: wrapped(userSettings, "Preferences"),
  },
  update: {
    method: "PUT",
    path,
    who: "settings:manage",
    about,
    summary: "Change one's own preferences",
    audit: "settings.update",
    honoursIfMatch: userSettings,
    params: usernamePath,
    body: settingsUpdate,
    versioned: true,
    response: wrapped(userSettings, "Preferences changed"),
  },
});

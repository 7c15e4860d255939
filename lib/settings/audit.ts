import { defineAudit } from "@/lib/audit/definition";

/** Preferences are their user's. */
export const settingsAudit = defineAudit({
  targetType: "user",
  verbs: ["settings.update"],
  keys: ["theme", "text_size", "reduced_motion"],
});

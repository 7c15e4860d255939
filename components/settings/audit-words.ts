/** Audit entries about a user's preferences, in words. */
import { SlidersHorizontal } from "lucide-react";
import { capitalised, changed, onOrOff, type AuditWords } from "@/components/audit/words";
import type { settingsAudit } from "@/lib/settings/audit";

const keys: AuditWords<typeof settingsAudit>["keys"] = {
  theme: { label: "Theme", value: (value) => capitalised(String(value)) },
  text_size: { label: "Text size", value: (value) => `${String(value)} px` },
  reduced_motion: { label: "Reduced motion", value: onOrOff },
};

export const settingsAuditWords: AuditWords<typeof settingsAudit> = {
  verbs: {
    "settings.update": {
      name: "Preferences changed",
      icon: SlidersHorizontal,
      phrase: (told) => changed(keys, told),
    },
  },
  keys,
};

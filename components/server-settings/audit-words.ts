/** Audit entries about the server's settings, in words. */
import { SlidersHorizontal } from "lucide-react";
import { changedOnly, type AuditWords } from "@/components/audit/words";
import type { serverSettingsAudit } from "@/lib/server-settings/audit";
import { settingWords } from "./words";

export const serverSettingsAuditWords: AuditWords<typeof serverSettingsAudit> = {
  targetType: { value: "server-settings", label: "Server settings" },
  verbs: {
    "server-settings.update": {
      name: "Server settings changed",
      icon: SlidersHorizontal,
      phrase: (told) => changedOnly(settingWords, told),
    },
  },
  keys: settingWords,
};

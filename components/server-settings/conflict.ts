import type { FieldWords } from "@/components/form/conflict";
import { serverSettingsUpdate, type ServerSettings } from "@/lib/server-settings/schema";
import { settingWords } from "./words";

/** What somebody else may have changed meanwhile, those settings too that the page does not offer. */
export const settingsFields: readonly FieldWords<ServerSettings>[] = serverSettingsUpdate
  .keyof()
  .options.map((key) => ({
    key,
    label: settingWords[key].label,
    words: (settings) => settingWords[key].value(settings[key]),
  }));

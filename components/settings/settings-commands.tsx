"use client";

import { AArrowDown, AArrowUp, Monitor, Moon, Sun, Wind } from "lucide-react";
import type { ReactNode } from "react";
import type { Command, CommandGroup } from "@/components/command-menu/command";
import type { UserSettings } from "@/lib/settings/schema";
import { largerText, smallerText, themeOptions } from "./choices";
import { usePreferences } from "./preferences-provider";

/** One's own preferences, without the way to their page. */
export function useSettingsCommands(): CommandGroup {
  const { preferences, changePreferences } = usePreferences();
  const size = Number(preferences.text_size);

  const themes = themeOptions.map(({ value, label }) => ({
    id: `theme-${value}`,
    label: `Theme: ${label}`,
    icon: themeIcons[value],
    keywords: "appearance colour color mode",
    disabledReason: value === preferences.theme ? "This is your current theme." : null,
    onSelect: () => {
      changePreferences({ theme: value });
    },
  }));
  const sizes = [largerText(size), smallerText(size)].map(
    ({ label, size: next, disabledReason }) => ({
      id: next > size ? "text-larger" : "text-smaller",
      label,
      detail: `${preferences.text_size} px now`,
      icon: next > size ? <AArrowUp /> : <AArrowDown />,
      keywords: "font size zoom",
      disabledReason,
      onSelect: () => {
        changePreferences({ text_size: String(next) });
      },
    }),
  );
  const motion: Command = {
    id: "motion",
    label: preferences.reduced_motion ? "Allow motion" : "Reduce motion",
    icon: <Wind />,
    keywords: "animation",
    onSelect: () => {
      changePreferences({ reduced_motion: !preferences.reduced_motion });
    },
  };
  return { label: "Preferences", commands: [...themes, ...sizes, motion] };
}

const themeIcons: Record<UserSettings["theme"], ReactNode> = {
  system: <Monitor />,
  light: <Sun />,
  dark: <Moon />,
};

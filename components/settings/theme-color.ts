import type { UserSettings } from "@/lib/settings/schema";

/** The token `--canvas`, for the browser's own frame around the page, which knows no tokens. */
export const canvas = { light: "#fbfbfa", dark: "#0e1010" } as const;
export type Shade = keyof typeof canvas;

/** @param system what the operating system asks for */
export function themeColor(theme: UserSettings["theme"], system: Shade): string {
  return canvas[theme === "system" ? system : theme];
}

/**
 * One entry for each wish of the operating system, whatever the theme, so that a page that is open can change from
 * one theme to another.
 */
export function themeColors(theme: UserSettings["theme"]) {
  return (["light", "dark"] as const).map((system) => ({
    media: `(prefers-color-scheme: ${system})`,
    color: themeColor(theme, system),
  }));
}

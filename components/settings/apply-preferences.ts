import type { UserSettings } from "@/lib/settings/schema";
import { themeColor } from "./theme-color";

/** Makes an open page look as the server would render it: see app/layout.tsx. */
export function applyPreferences({ theme, text_size, reduced_motion }: UserSettings): void {
  const { dataset, style } = document.documentElement;
  dataset["theme"] = theme;
  dataset["reducedMotion"] = String(reduced_motion);
  style.setProperty("--text-size", `${text_size}px`);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = themeColor(theme, meta.media.includes("dark") ? "dark" : "light");
  }
}

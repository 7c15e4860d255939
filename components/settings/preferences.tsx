"use client";

import { MotionCard } from "./motion-card";
import { TextSizeCard } from "./text-size-card";
import { ThemeCard } from "./theme-card";

/** How the console looks for oneself, on every device. There is nothing to save: each change is. */
export function Preferences() {
  return (
    <div className="grid gap-4">
      <ThemeCard />
      <TextSizeCard />
      <MotionCard />
      <p className="px-5 text-sm text-ink-3">
        Changes are saved immediately and apply on all your devices.
      </p>
    </div>
  );
}

"use client";

import { useId } from "react";
import { CardSection } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { usePreferences } from "./preferences-provider";

export function MotionCard() {
  const id = useId();
  const { preferences, changePreferences } = usePreferences();
  const isAskedByDevice = useMediaQuery("(prefers-reduced-motion: reduce)");
  return (
    <CardSection title="Motion">
      <div className="flex items-start gap-3">
        <Switch
          id={id}
          aria-describedby={`${id}-description`}
          checked={preferences.reduced_motion}
          onChange={(event) => {
            changePreferences({ reduced_motion: event.target.checked });
          }}
        />
        <div className="min-w-0">
          <label htmlFor={id} className="font-medium">
            Reduce motion
          </label>
          <p id={`${id}-description`} className="text-ink-3">
            {isAskedByDevice
              ? "Your device already asks for less motion. Switch this on for your other devices."
              : "Menus, dialogs and messages appear without animation."}
          </p>
        </div>
      </div>
    </CardSection>
  );
}

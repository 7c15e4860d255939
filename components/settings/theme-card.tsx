"use client";

import { CardSection } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { themeOptions } from "./choices";
import { usePreferences } from "./preferences-provider";
import { ThemePreview } from "./theme-preview";

export function ThemeCard() {
  const { preferences, changePreferences } = usePreferences();
  return (
    <CardSection title="Theme">
      <RadioGroup
        label="Theme"
        isLabelHidden
        look="tiles"
        options={themeOptions.map((option) => ({
          ...option,
          preview: <ThemePreview theme={option.value} />,
        }))}
        value={preferences.theme}
        onChange={(theme) => {
          changePreferences({ theme });
        }}
      />
    </CardSection>
  );
}

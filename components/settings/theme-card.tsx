"use client";

import { CardSection } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { usePreferences } from "./preferences-provider";
import { ThemePreview } from "./theme-preview";

const options = [
  { value: "system", label: "System", description: "As your device is set" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function ThemeCard() {
  const { preferences, changePreferences } = usePreferences();
  return (
    <CardSection title="Theme">
      <RadioGroup
        label="Theme"
        isLabelHidden
        look="tiles"
        options={options.map((option) => ({
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

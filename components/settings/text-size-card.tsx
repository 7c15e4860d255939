"use client";

import { useId, useState } from "react";
import { Minus, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { TEXT_SIZE } from "@/lib/settings/values";
import { largerText, smallerText } from "./choices";
import { usePreferences } from "./preferences-provider";
import { TextSample } from "./text-sample";

/** While the slider moves only the sample follows: a page that grew under the pointer would run away from it. */
export function TextSizeCard() {
  const id = useId();
  const { preferences, changePreferences } = usePreferences();
  const [slidTo, setSlidTo] = useState<number | null>(null);
  const size = slidTo ?? Number(preferences.text_size);
  const smaller = smallerText(size);
  const larger = largerText(size);

  function commit(next: number) {
    setSlidTo(null);
    if (String(next) !== preferences.text_size) changePreferences({ text_size: String(next) });
  }

  return (
    <CardSection title="Text size" description="Everything scales with the text.">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton
          label={smaller.label}
          variant="secondary"
          icon={<Minus />}
          disabledReason={smaller.disabledReason}
          onClick={() => {
            commit(smaller.size);
          }}
        />
        <output htmlFor={id} className="min-w-16 text-center font-medium">
          {size} px
        </output>
        <IconButton
          label={larger.label}
          variant="secondary"
          icon={<Plus />}
          disabledReason={larger.disabledReason}
          onClick={() => {
            commit(larger.size);
          }}
        />
        <Button
          disabledReason={size === TEXT_SIZE.default ? "This is the default size." : null}
          onClick={() => {
            commit(TEXT_SIZE.default);
          }}
        >
          Reset to {TEXT_SIZE.default}
        </Button>
      </div>
      <Slider
        id={id}
        aria-label="Text size"
        aria-valuetext={`${String(size)} pixels`}
        min={TEXT_SIZE.min}
        max={TEXT_SIZE.max}
        value={size}
        onSlide={setSlidTo}
        onCommit={commit}
        className="mt-3"
      />
      <TextSample size={size} />
    </CardSection>
  );
}

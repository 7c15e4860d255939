"use client";

import { useId, useState, type KeyboardEvent } from "react";
import { isComposing } from "@/components/ui/composing";

/**
 * The option that the keyboard is at, while the focus stays in the text field (WAI-ARIA's combobox
 * with a list). The first one until another is chosen, and again when that one is gone.
 */
export function useActiveOption(ids: readonly string[]) {
  const prefix = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const found = ids.findIndex((id) => id === chosenId);
  const index = found === -1 ? 0 : found;
  const activeId = ids[index] ?? null;

  function elementIdOf(id: string): string {
    return `${prefix}${id}`;
  }

  function move(step: number) {
    const next = ids[(index + step + ids.length) % ids.length];
    if (next === undefined) return;
    setChosenId(next);
    document.getElementById(elementIdOf(next))?.scrollIntoView({ block: "nearest" });
  }

  return {
    activeId,
    activeElementId: activeId === null ? undefined : elementIdOf(activeId),
    elementIdOf,
    setActive: setChosenId,
    reset: () => {
      setChosenId(null);
    },
    /** @returns whether the key was one that moves */
    handleKey: (event: KeyboardEvent): boolean => {
      const step = steps[event.key];
      if (step === undefined || isComposing(event.nativeEvent)) return false;
      event.preventDefault();
      move(step);
      return true;
    },
  };
}

const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };

"use client";

import { useId, type ChangeEvent, type KeyboardEvent } from "react";
import { useActiveOption } from "@/components/command-menu/use-active-option";
import { isComposing } from "@/components/ui/composing";
import type { PickOption } from "./option-source";

/**
 * A text field over a list of options (WAI-ARIA's combobox): one types, moves with the arrows, chooses with Enter.
 * The focus stays in the field.
 */
export function useCombobox({
  text,
  options,
  isOpen = true,
  onType,
  onPick,
}: {
  text: string;
  options: readonly PickOption[];
  isOpen?: boolean;
  onType: (text: string) => void;
  onPick: (option: PickOption) => void;
}) {
  const listId = useId();
  const active = useActiveOption(options.map(({ value }) => value));
  const hasList = isOpen && options.length > 0;

  function handleKeyDown(event: KeyboardEvent) {
    if (!hasList || active.handleKey(event)) return;
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    const option = options.find(({ value }) => value === active.activeId);
    if (option) onPick(option);
  }

  return {
    listId,
    active,
    hasList,
    handleKeyDown,
    field: {
      role: "combobox",
      "aria-expanded": hasList,
      "aria-controls": hasList ? listId : undefined,
      "aria-activedescendant": hasList ? active.activeElementId : undefined,
      "aria-autocomplete": "list",
      autoComplete: "off",
      autoCapitalize: "none",
      spellCheck: false,
      value: text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        active.reset();
        onType(event.target.value);
      },
    } as const,
  };
}

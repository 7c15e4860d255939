"use client";

import { useState } from "react";
import type { PickOption } from "@/components/picker/option-source";
import { OptionSearch } from "@/components/picker/option-search";
import { useOptionLabels, useOptions } from "@/components/picker/use-options";
import { foldCase } from "@/lib/fold";
import { FilterClear } from "./filter-clear";
import type { ListFilter } from "./list-filter";

/** Finds the values on the server while one types; what is chosen stands above what is found. */
export function FilterSearch({
  filter: { label, source, isMany = false, isOpen = false },
  values,
  onChange,
  onClose,
}: {
  filter: Extract<ListFilter, { kind: "search" }>;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [first] = useState(values);
  const found = useOptions(source, text);
  const { labelOf, remember } = useOptionLabels(source, values);
  const options =
    text.trim() === ""
      ? withChosen(found.options, first, labelOf)
      : withTyped(found.options, text.trim(), isOpen);

  function handlePick(option: PickOption) {
    const isChosen = values.includes(option.value);
    const others = isMany ? values.filter((value) => value !== option.value) : [];
    const next = isChosen ? others : [...others, option.value];
    if (!isChosen) remember(next, option);
    onChange(next);
    if (!isMany) onClose();
  }

  return (
    <>
      <OptionSearch
        label={label}
        text={text}
        onType={setText}
        found={{ ...found, options }}
        chosen={values}
        isMany={isMany}
        onPick={handlePick}
      />
      {values.length > 0 && (
        <FilterClear
          onClear={() => {
            onChange([]);
            if (!isMany) onClose();
          }}
        />
      )}
    </>
  );
}

/** Those that were chosen when the panel opened come first, and stay where they are when they are dropped. */
function withChosen(
  options: readonly PickOption[],
  chosen: readonly string[],
  labelOf: (value: string) => string,
): PickOption[] {
  const known = new Map(options.map((option) => [option.value, option]));
  const first = chosen.map((value) => known.get(value) ?? { value, label: labelOf(value) });
  return [...first, ...options.filter(({ value }) => !chosen.includes(value))];
}

/** What is called exactly as typed comes first; where what is typed may be chosen, it comes last. */
function withTyped(options: readonly PickOption[], typed: string, isOpen: boolean): PickOption[] {
  const isExact = ({ value }: PickOption) => foldCase(value) === foldCase(typed);
  const exact = options.filter(isExact);
  const others = options.filter((option) => !isExact(option));
  const open = isOpen && exact.length === 0 ? [{ value: typed, label: `Exactly “${typed}”` }] : [];
  return [...exact, ...others, ...open];
}

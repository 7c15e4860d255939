"use client";

import { useId, useState } from "react";
import { OptionSearch } from "@/components/picker/option-search";
import { fitting } from "@/components/picker/use-options";
import { FilterClear } from "./filter-clear";
import { optionRowClass, SEARCH_FROM } from "./filter-options";
import type { FilterOption } from "./list-filter";

interface Props {
  label: string;
  options: readonly FilterOption[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  onClose: () => void;
}

/** One of some values: radios, or a list to search in when there are many. */
export function FilterChoice(props: Props) {
  const { options, value, onChange, onClose } = props;
  return (
    <>
      {options.length < SEARCH_FROM ? <Radios {...props} /> : <SearchedChoice {...props} />}
      {value !== undefined && (
        <FilterClear
          onClear={() => {
            onChange(undefined);
            onClose();
          }}
        />
      )}
    </>
  );
}

/** They apply at once and leave the panel open: the arrow keys choose. */
function Radios({ label, options, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="p-1">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={optionRowClass}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
            className="size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-[0.3125rem] checked:border-accent"
          />
          <span className="min-w-0 grow">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SearchedChoice({ label, options, value, onChange, onClose }: Props) {
  const [text, setText] = useState("");
  const found = { options: fitting(options, text), isMore: false, isPending: false, error: null };
  return (
    <OptionSearch
      label={label}
      text={text}
      onType={setText}
      found={{ ...found, noun: "choices" }}
      chosen={value === undefined ? [] : [value]}
      onPick={(option) => {
        onChange(option.value === value ? undefined : option.value);
        onClose();
      }}
    />
  );
}

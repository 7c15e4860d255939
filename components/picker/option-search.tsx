"use client";

import { Search } from "lucide-react";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { OptionList } from "./option-list";
import { OptionScreens } from "./option-screens";
import type { PickOption } from "./option-source";
import { useCombobox } from "./use-combobox";
import type { FoundOptions } from "./use-options";

/** In a panel: a text field, and below it always the options that fit. */
export function OptionSearch({
  label,
  text,
  onType,
  found,
  chosen,
  isMany = false,
  onPick,
}: {
  /** "Actor". */
  label: string;
  text: string;
  onType: (text: string) => void;
  found: FoundOptions;
  chosen: readonly string[];
  isMany?: boolean;
  /** Of an option that is chosen already: drops it. */
  onPick: (option: PickOption) => void;
}) {
  const box = useCombobox({ text, options: found.options, onType, onPick });
  return (
    <>
      <div className="relative border-b border-line p-2">
        <span className="pointer-events-none absolute inset-y-0 start-4.5 grid place-items-center text-ink-3">
          {found.isPending ? (
            <Spinner className="size-3.5" />
          ) : (
            <Search aria-hidden="true" className="size-3.5" />
          )}
        </span>
        <Input
          {...box.field}
          aria-label={`Search ${label}`}
          placeholder="Search…"
          onKeyDown={box.handleKeyDown}
          className="ps-8"
        />
      </div>
      {box.hasList && (
        <OptionList
          id={box.listId}
          label={label}
          options={found.options}
          chosen={chosen}
          isMany={isMany}
          active={box.active}
          onPick={onPick}
        />
      )}
      <OptionScreens found={found} text={text} />
    </>
  );
}

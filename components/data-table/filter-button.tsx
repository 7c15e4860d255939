"use client";

import { useRef, useState } from "react";
import { Plus, X } from "lucide-react";
import { lazyDialog } from "@/components/ui/lazy-component";
import { cn } from "@/lib/cn";
import type { ListFilter } from "./list-filter";
import type { ListView } from "./use-list-state";

const FilterPanel = lazyDialog(async () => (await import("./filter-panel")).FilterPanel);

/** "+ Status", dashed, until something is chosen; then "Status: Disabled" and a way to drop it. */
export function FilterButton({
  filter,
  view,
  keys,
  text,
}: {
  filter: ListFilter;
  view: ListView;
  /** Where its values are, in the list's definition. */
  keys: readonly string[];
  /** What is chosen, in words; undefined when nothing is. */
  text: string | undefined;
}) {
  const { label } = filter;
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isActive = text !== undefined;

  function preload() {
    FilterPanel.preload();
  }

  function close() {
    setIsOpen(false);
  }

  return (
    <span
      className={cn(
        "inline-flex h-7 min-h-[24px] max-w-full items-center rounded-full border pointer-coarse:h-9",
        isActive
          ? "border-transparent bg-accent-soft font-medium text-accent-text"
          : "border-dashed border-control/60 text-ink-2",
        // On a phone, where some are out of sight. Not while its panel hangs on it.
        isActive && !isOpen && "-order-1 @min-[40rem]/table:order-none",
      )}
    >
      <button
        ref={buttonRef}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
        className={cn(
          "inline-flex h-full min-w-0 items-center gap-1 rounded-full ps-2.5 motion-colors",
          isActive ? "pe-1" : "pe-2.5 hover:bg-sunken hover:text-ink",
        )}
      >
        {!isActive && <Plus aria-hidden="true" className="size-3.5 shrink-0" />}
        <span className="truncate">{isActive ? `${label}: ${text}` : label}</span>
      </button>
      {isActive && (
        <button
          type="button"
          aria-label={`Clear ${label} filter`}
          onClick={() => {
            view.setFilters(Object.fromEntries(keys.map((key) => [key, []])));
            buttonRef.current?.focus();
          }}
          className="me-0.5 grid size-6 min-h-[24px] min-w-[24px] shrink-0 place-items-center rounded-full motion-colors hover:bg-accent/15"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
      {isOpen && <FilterPanel filter={filter} view={view} anchorRef={buttonRef} onClose={close} />}
    </span>
  );
}

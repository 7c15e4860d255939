"use client";

import { lazy, Suspense, useRef, useState } from "react";
import { Plus, X } from "lucide-react";
import { cn } from "@/lib/cn";

const loadPopover = () => import("./filter-popover");
const FilterPopover = lazy(async () => ({ default: (await loadPopover()).FilterPopover }));

export interface FilterOption {
  value: string;
  label: string;
  /** How many rows it would leave, where the server says so. */
  count?: number;
}

export interface ListFilter {
  /** The key in the list definition, which is the name in the URL. */
  key: string;
  label: string;
  options: readonly FilterOption[];
}

/** "+ Status", dashed, until something is chosen; then "Status: Disabled" and a way to drop it. */
export function FilterChip({
  filter,
  values,
  onChange,
}: {
  filter: ListFilter;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isActive = values.length > 0;

  function preload() {
    void loadPopover();
  }

  return (
    <span
      className={cn(
        "inline-flex h-7 min-h-[24px] max-w-full items-center rounded-full border pointer-coarse:h-9",
        isActive
          ? "border-transparent bg-accent-soft font-medium text-accent-text"
          : "border-dashed border-control/60 text-ink-2",
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
        <span className="truncate">
          {filter.label}
          {isActive && `: ${describe(filter, values)}`}
        </span>
      </button>
      {isActive && (
        <button
          type="button"
          aria-label={`Clear ${filter.label} filter`}
          onClick={() => {
            onChange([]);
            buttonRef.current?.focus();
          }}
          className="me-0.5 grid size-6 min-h-[24px] min-w-[24px] shrink-0 place-items-center rounded-full motion-colors hover:bg-accent/15"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <FilterPopover
            anchorRef={buttonRef}
            filter={filter}
            values={values}
            onChange={onChange}
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}

function describe(filter: ListFilter, values: readonly string[]): string {
  const labels = values.map(
    (value) => filter.options.find((option) => option.value === value)?.label ?? value,
  );
  return labels.length <= 2 ? labels.join(", ") : `${labels.length} chosen`;
}

"use client";

import type { RefObject } from "react";
import { AnchoredPopover } from "@/components/ui/popover";
import { FilterChoice } from "./filter-choice";
import { FilterDates } from "./filter-dates";
import { FilterOptions } from "./filter-options";
import { FilterSearch } from "./filter-search";
import { FilterText } from "./filter-text";
import type { ListFilter } from "./list-filter";
import type { ListView } from "./use-list-state";

/** What a filter's chip opens; its script comes when the pointer or the focus reaches the chip. */
export function FilterPanel({
  filter,
  view,
  anchorRef,
  onClose,
}: {
  filter: ListFilter;
  view: ListView;
  anchorRef: RefObject<HTMLElement | null>;
  onClose: () => void;
}) {
  return (
    <AnchoredPopover
      anchorRef={anchorRef}
      label={`Filter by ${filter.label}`}
      onClose={onClose}
      className="w-72"
    >
      <PanelContent filter={filter} view={view} onClose={onClose} />
    </AnchoredPopover>
  );
}

function PanelContent({
  filter,
  view,
  onClose,
}: {
  filter: ListFilter;
  view: ListView;
  onClose: () => void;
}) {
  if (filter.kind === "dates") {
    const { fromKey, toKey } = filter;
    return (
      <FilterDates
        from={view.filters[fromKey]?.[0]}
        to={view.filters[toKey]?.[0]}
        onChange={({ from, to }) => {
          view.setFilters({ [fromKey]: listOf(from), [toKey]: listOf(to) });
          onClose();
        }}
      />
    );
  }

  const values = view.filters[filter.key] ?? [];
  const change = (next: readonly string[]) => {
    view.setFilters({ [filter.key]: next });
  };
  switch (filter.kind) {
    case "text":
      return (
        <FilterText
          label={filter.label}
          value={values[0]}
          onChange={(next) => {
            change(listOf(next));
            onClose();
          }}
        />
      );
    case "one":
      return (
        <FilterChoice
          label={filter.label}
          options={filter.options}
          value={values[0]}
          onChange={(next) => {
            change(listOf(next));
          }}
          onClose={onClose}
        />
      );
    case "search":
      return <FilterSearch filter={filter} values={values} onChange={change} onClose={onClose} />;
    case "many":
    case undefined:
      return <FilterOptions filter={filter} values={values} onChange={change} />;
  }
}

function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

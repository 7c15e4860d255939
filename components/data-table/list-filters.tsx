"use client";

import { useOptionLabels } from "@/components/picker/use-options";
import { useTimeZone } from "@/components/ui/use-clock";
import { rangeText } from "./date-range";
import { FilterButton } from "./filter-button";
import type { ListFilter } from "./list-filter";
import type { ListView } from "./use-list-state";

/** A chip for each filter, which says what is chosen. */
export function ListFilters({ filters, view }: { filters: readonly ListFilter[]; view: ListView }) {
  return filters.map((filter) => {
    switch (filter.kind) {
      case "dates":
        return <DatesChip key={filter.fromKey} filter={filter} view={view} />;
      case "search":
        return <SearchChip key={filter.key} filter={filter} view={view} />;
      case "text":
        return <TextChip key={filter.key} filter={filter} view={view} />;
      case "one":
      case "many":
      case undefined:
        return <OptionsChip key={filter.key} filter={filter} view={view} />;
    }
  });
}

interface ChipProps<Kind extends ListFilter["kind"]> {
  filter: Extract<ListFilter, { kind?: Kind }>;
  view: ListView;
}

function OptionsChip({ filter, view }: ChipProps<"one" | "many">) {
  const labelOf = (value: string) =>
    filter.options.find((option) => option.value === value)?.label ?? value;
  return (
    <FilterButton
      filter={filter}
      view={view}
      keys={[filter.key]}
      text={textOf(view.filters[filter.key], labelOf)}
    />
  );
}

function TextChip({ filter, view }: ChipProps<"text">) {
  const [text] = view.filters[filter.key] ?? [];
  return <FilterButton filter={filter} view={view} keys={[filter.key]} text={text} />;
}

function DatesChip({ filter, view }: ChipProps<"dates">) {
  const zone = useTimeZone();
  const { fromKey, toKey } = filter;
  const text = rangeText(view.filters[fromKey]?.[0], view.filters[toKey]?.[0], zone);
  return <FilterButton filter={filter} view={view} keys={[fromKey, toKey]} text={text} />;
}

function SearchChip({ filter, view }: ChipProps<"search">) {
  const values = view.filters[filter.key] ?? [];
  const { labelOf } = useOptionLabels(filter.source, values);
  return (
    <FilterButton filter={filter} view={view} keys={[filter.key]} text={textOf(values, labelOf)} />
  );
}

function textOf(
  values: readonly string[] = [],
  labelOf: (value: string) => string,
): string | undefined {
  if (values.length === 0) return undefined;
  return values.length <= 2 ? values.map(labelOf).join(", ") : `${values.length} chosen`;
}

"use client";

import { FilterButton } from "./filter-button";
import { FilterOptions } from "./filter-options";

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

/** A filter of several values at once. */
export function FilterChip({
  filter,
  values,
  onChange,
}: {
  filter: ListFilter;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  return (
    <FilterButton
      label={filter.label}
      text={values.length > 0 ? describe(filter, values) : undefined}
      onClear={() => {
        onChange([]);
      }}
    >
      {() => <FilterOptions filter={filter} values={values} onChange={onChange} />}
    </FilterButton>
  );
}

function describe(filter: ListFilter, values: readonly string[]): string {
  const labels = values.map(
    (value) => filter.options.find((option) => option.value === value)?.label ?? value,
  );
  return labels.length <= 2 ? labels.join(", ") : `${labels.length} chosen`;
}

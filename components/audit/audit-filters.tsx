"use client";

import { FilterButton } from "@/components/data-table/filter-button";
import type { ListView } from "@/components/data-table/use-list-state";
import { useTimeZone } from "@/components/ui/use-clock";
import { rangeText } from "./date-range";
import { DateRangeForm } from "./date-range-form";
import { ChoiceForm, TextForm } from "./filter-forms";
import { useVocabulary } from "./vocabulary-context";

/** The filters of the audit log. The endpoint takes one value for each. */
export function AuditFilters({ view }: { view: ListView }) {
  const { verbOptions, targetTypeOptions } = useVocabulary();
  const zone = useTimeZone();
  const valueOf = (key: string) => view.filters[key]?.[0];
  const [from, to] = [valueOf("from"), valueOf("to")];

  function set(key: string, value: string | undefined) {
    view.setFilters({ [key]: value === undefined ? [] : [value] });
  }

  return (
    <>
      <TextFilter label="Actor" filterKey="actor" value={valueOf("actor")} onChange={set} />
      <ChoiceFilter
        label="Action"
        filterKey="verb"
        options={verbOptions}
        value={valueOf("verb")}
        onChange={set}
      />
      <TextFilter label="Target" filterKey="target" value={valueOf("target")} onChange={set} />
      <ChoiceFilter
        label="Target type"
        filterKey="target_type"
        options={targetTypeOptions}
        value={valueOf("target_type")}
        onChange={set}
      />
      <FilterButton
        label="Date"
        text={rangeText(from, to, zone)}
        onClear={() => {
          set("from", undefined);
          set("to", undefined);
        }}
      >
        {(close) => (
          <DateRangeForm
            from={from}
            to={to}
            onChange={(range) => {
              set("from", range.from);
              set("to", range.to);
              close();
            }}
          />
        )}
      </FilterButton>
    </>
  );
}

interface FilterProps {
  label: string;
  filterKey: string;
  value: string | undefined;
  onChange: (key: string, value: string | undefined) => void;
}

function TextFilter({ label, filterKey, value, onChange }: FilterProps) {
  return (
    <FilterButton
      label={label}
      text={value}
      onClear={() => {
        onChange(filterKey, undefined);
      }}
    >
      {(close) => (
        <TextForm
          label={label}
          value={value}
          onChange={(next) => {
            onChange(filterKey, next);
            close();
          }}
        />
      )}
    </FilterButton>
  );
}

function ChoiceFilter({
  label,
  filterKey,
  value,
  options,
  onChange,
}: FilterProps & { options: readonly { value: string; label: string }[] }) {
  const chosen = options.find((option) => option.value === value);
  return (
    <FilterButton
      label={label}
      text={chosen?.label ?? value}
      onClear={() => {
        onChange(filterKey, undefined);
      }}
    >
      {(close) => (
        <ChoiceForm
          label={label}
          options={options}
          value={value}
          onChange={(next) => {
            onChange(filterKey, next);
            close();
          }}
        />
      )}
    </FilterButton>
  );
}

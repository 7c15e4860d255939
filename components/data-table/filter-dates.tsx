"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { dayOf, endOfDay, startOfDay } from "@/lib/day";
import { lastDays, type DateRange } from "./date-range";

const presets = [
  { label: "Today", days: 1 },
  { label: "Last 7 days", days: 7 },
  { label: "Last 30 days", days: 30 },
] as const;

/** Two days, both included, in the person's own zone; or one of the usual spans up to now. */
export function FilterDates({
  from,
  to,
  onChange,
}: DateRange & { onChange: (range: DateRange) => void }) {
  const id = useId();
  const [first, setFirst] = useState(dayOf(from));
  const [last, setLast] = useState(dayOf(to));
  const isReversed = first !== "" && last !== "" && first > last;

  return (
    <div className="grid gap-3 p-3">
      <div className="flex flex-wrap gap-1.5">
        {presets.map(({ label, days }) => (
          <Button
            key={days}
            size="sm"
            onClick={() => {
              onChange(lastDays(days, new Date()));
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <form
        className="grid gap-3 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReversed) onChange({ from: startOfDay(first), to: endOfDay(last) });
        }}
      >
        <DayField id={`${id}-from`} label="From" value={first} onChange={setFirst} />
        <DayField id={`${id}-to`} label="To" value={last} onChange={setLast} />
        <Button
          type="submit"
          disabledReason={isReversed ? "The last day is before the first." : null}
        >
          Apply
        </Button>
      </form>
    </div>
  );
}

function DayField({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)] items-center gap-2">
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        type="date"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}

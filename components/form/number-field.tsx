"use client";

import { useController, type FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { cn } from "@/lib/cn";
import { Field } from "./field";
import type { FieldProps } from "./field-props";
import { useEarlyInput } from "./use-early-input";

/** A whole number with its unit. It is kept as it is typed; the schema makes a number of it. */
export function NumberField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  unit,
  reading,
  readOnly,
  ...texts
}: FieldProps<In, Out> & {
  unit: string;
  /** The number as a person would say it. */
  reading?: string | null;
  readOnly?: boolean;
}) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const value: unknown = field.value;
  const text = typeof value === "string" ? value : "";
  const ref = useEarlyInput({ value: text, ref: field.ref, onChange: field.onChange });
  return (
    <Field {...texts} error={fieldState.error?.message}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="w-28 shrink-0">
            <Input
              {...field}
              {...control}
              ref={ref}
              value={text}
              aria-describedby={cn(control["aria-describedby"], `${control.id}-unit`)}
              inputMode="numeric"
              autoComplete="off"
              readOnly={readOnly}
              className="tabular-nums"
            />
          </span>
          <span id={`${control.id}-unit`}>
            {unit}
            {reading && <span className="text-ink-3"> · {reading}</span>}
          </span>
        </div>
      )}
    </Field>
  );
}

"use client";

import { useId, type ReactNode } from "react";
import { useController, type FieldValues } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import { FieldError } from "./field";
import type { FieldProps } from "./field-props";

export interface CheckboxOption {
  value: string;
  label: string;
  description?: ReactNode;
  /** Why it cannot be changed. */
  disabledReason?: string | null | undefined;
}

/** Any number of some options. Its value is a list, in the order of the options. */
export function CheckboxesField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  label,
  description,
  isOptional = false,
  className,
  options,
}: FieldProps<In, Out> & { options: readonly CheckboxOption[] }) {
  const id = useId();
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const chosen = textsOf(field.value);
  const error = fieldState.error?.message;

  function handleChange(value: string, isChosen: boolean) {
    const next = options.filter((option) =>
      option.value === value ? isChosen : chosen.includes(option.value),
    );
    field.onChange(next.map((option) => option.value));
  }

  return (
    <fieldset
      ref={(fieldset) => {
        field.ref(
          fieldset && { focus: () => fieldset.querySelector<HTMLElement>(":enabled")?.focus() },
        );
      }}
      aria-describedby={cn(description && `${id}-description`, error && `${id}-error`) || undefined}
      className={cn("grid min-w-0 gap-1.5", className)}
    >
      <legend className="font-medium">
        {label}
        {isOptional && <span className="ms-1.5 text-sm font-normal text-ink-3">optional</span>}
      </legend>
      {description && (
        <p id={`${id}-description`} className="text-sm text-ink-3">
          {description}
        </p>
      )}
      <div className="grid gap-2">
        {options.map((option) => (
          <label key={option.value} className="flex items-start gap-2.5">
            <Checkbox
              name={field.name}
              checked={chosen.includes(option.value)}
              disabled={Boolean(option.disabledReason)}
              aria-invalid={error ? true : undefined}
              aria-describedby={hasMore(option) ? `${id}-${option.value}` : undefined}
              onBlur={field.onBlur}
              onChange={(event) => {
                handleChange(option.value, event.target.checked);
              }}
              className="mt-0.5"
            />
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              {hasMore(option) && (
                <span id={`${id}-${option.value}`} className="block text-sm text-ink-3">
                  {option.disabledReason ?? option.description}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

function hasMore({ description, disabledReason }: CheckboxOption): boolean {
  return Boolean(disabledReason ?? description);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

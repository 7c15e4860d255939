"use client";

import { useId } from "react";
import { useController, type FieldValues } from "react-hook-form";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { cn } from "@/lib/cn";
import { FieldError } from "./field";
import type { FieldProps } from "./field-props";

/** On or off; its words stand beside it. */
export function SwitchField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  label,
  description,
  className,
  isDisabled = false,
}: Omit<FieldProps<In, Out>, "isOptional"> & { isDisabled?: boolean }) {
  const id = useId();
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const value: unknown = field.value;
  const error = fieldState.error?.message;
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className="flex items-start gap-3">
        <Switch
          {...field}
          id={id}
          disabled={isDisabled}
          value={undefined}
          checked={value === true}
          aria-describedby={
            cn(description && `${id}-description`, error && `${id}-error`) || undefined
          }
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            field.onChange(event.target.checked);
          }}
        />
        <div className="min-w-0">
          <Label htmlFor={id}>{label}</Label>
          {description && (
            <p id={`${id}-description`} className="text-sm text-ink-3">
              {description}
            </p>
          )}
        </div>
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

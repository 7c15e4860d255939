"use client";

import { useId, type ComponentProps } from "react";
import { useController, type FieldValues } from "react-hook-form";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { FieldError } from "./field";
import type { FieldProps } from "./field-props";

/** One of a few, all of them in sight. */
export function RadioField<In extends FieldValues, Out, Value extends string>({
  form,
  name,
  rules,
  label,
  options,
  look,
  className,
}: Omit<FieldProps<In, Out>, "description" | "isOptional"> &
  Pick<ComponentProps<typeof RadioGroup>, "look"> & { options: readonly RadioOption<Value>[] }) {
  const id = useId();
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const value: unknown = field.value;
  const error = fieldState.error?.message;
  return (
    <div
      ref={(element) => {
        field.ref(element?.querySelector("input:checked, input:enabled"));
      }}
      className={className}
    >
      <RadioGroup
        label={label}
        name={field.name}
        describedBy={error === undefined ? undefined : `${id}-error`}
        options={options}
        look={look}
        value={options.find((option) => option.value === value)?.value}
        onChange={field.onChange}
      />
      <div className={error === undefined ? undefined : "mt-1.5"}>
        <FieldError id={`${id}-error`}>{error}</FieldError>
      </div>
    </div>
  );
}

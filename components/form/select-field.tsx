"use client";

import { useController, type FieldValues } from "react-hook-form";
import { Select, type SelectOption } from "@/components/ui/select";
import { Field } from "./field";
import type { FieldProps } from "./field-props";

/** One of some options, which may carry a description or the reason why they cannot be chosen. */
export function SelectField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  options,
  placeholder,
  description,
  disabledReason,
  ...texts
}: FieldProps<In, Out> & {
  options: readonly SelectOption[];
  placeholder?: string;
  /** Nothing can be chosen, and this says why in place of the description. */
  disabledReason?: string | null;
}) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const value: unknown = field.value;
  return (
    <Field {...texts} description={disabledReason ?? description} error={fieldState.error?.message}>
      {(control) => (
        <Select
          {...control}
          ref={field.ref}
          name={field.name}
          options={options}
          placeholder={placeholder}
          value={typeof value === "string" ? value : undefined}
          disabled={field.disabled === true || Boolean(disabledReason)}
          onBlur={field.onBlur}
          onChange={field.onChange}
        />
      )}
    </Field>
  );
}

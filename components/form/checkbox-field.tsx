"use client";

import { useController, type FieldValues } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { FieldProps } from "./field-props";
import { ToggleField } from "./toggle-field";

export function CheckboxField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  ...texts
}: FieldProps<In, Out>) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const { value, ref: _ref, ...rest } = field;
  return (
    <ToggleField {...texts} side="start" error={fieldState.error?.message}>
      {(control) => <Checkbox {...rest} {...control} checked={value === true} />}
    </ToggleField>
  );
}

"use client";

import { useController, type FieldValues } from "react-hook-form";
import { Switch } from "@/components/ui/switch";
import type { FieldProps } from "./field-props";
import { ToggleField } from "./toggle-field";

export function SwitchField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  ...texts
}: FieldProps<In, Out>) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const { value, ref: _ref, ...rest } = field;
  return (
    <ToggleField {...texts} side="end" error={fieldState.error?.message}>
      {(control) => <Switch {...rest} {...control} checked={value === true} />}
    </ToggleField>
  );
}

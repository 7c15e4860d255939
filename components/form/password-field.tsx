"use client";

import { useController, type FieldValues } from "react-hook-form";
import { PasswordInput } from "@/components/ui/password-input";
import { Field } from "./field";
import type { FieldProps } from "./field-props";
import { useEarlyInput } from "./use-early-input";

/** A password with show and hide; for a new one also a generator and a strength meter. */
export function PasswordField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  label,
  description,
  isOptional,
  className,
  ...passwordProps
}: FieldProps<In, Out> & {
  autoComplete: "current-password" | "new-password";
  canGenerate?: boolean;
  hasStrengthMeter?: boolean;
  strengthHints?: readonly string[];
  minLength?: number;
}) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const value: unknown = field.value;
  const text = typeof value === "string" ? value : "";
  const ref = useEarlyInput({ value: text, ref: field.ref, onChange: field.onChange });
  return (
    <Field
      label={label}
      description={description}
      isOptional={isOptional}
      className={className}
      error={fieldState.error?.message}
    >
      {(control) => (
        <PasswordInput {...passwordProps} {...field} {...control} ref={ref} value={text} />
      )}
    </Field>
  );
}

"use client";

import { useController, type FieldValues } from "react-hook-form";
import { Field } from "@/components/form/field";
import type { FieldProps } from "@/components/form/field-props";
import { Input } from "@/components/ui/input";
import { isWholeCode } from "@/lib/mfa/values";

/** The six digits of an authenticator app, with or without blanks and hyphens. The form sends itself when they are there. */
export function CodeField<In extends FieldValues, Out>({
  form,
  name,
  label,
  description,
}: FieldProps<In, Out>) {
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <Field label={label} description={description} error={fieldState.error?.message}>
      {(control) => (
        <Input
          {...field}
          {...control}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
          }}
          onChange={(event) => {
            field.onChange(event);
            if (isWholeCode(event.target.value)) event.target.form?.requestSubmit();
          }}
        />
      )}
    </Field>
  );
}

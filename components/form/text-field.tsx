"use client";

import type { ComponentProps } from "react";
import { useController, type FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { Field } from "./field";
import type { FieldProps } from "./field-props";
import { useEarlyInput } from "./use-early-input";

type InputProps = Pick<
  ComponentProps<"input">,
  | "type"
  | "autoComplete"
  | "autoCapitalize"
  | "spellCheck"
  | "placeholder"
  | "inputMode"
  | "maxLength"
  | "readOnly"
  | "min"
  | "max"
>;

/** One line of text; several with `rows`. */
export function TextField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  label,
  description,
  isOptional,
  className,
  rows,
  ...inputProps
}: FieldProps<In, Out> & InputProps & { rows?: number }) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const value: unknown = field.value;
  const text = toText(value);
  const ref = useEarlyInput({ value: text, ref: field.ref, onChange: field.onChange });
  const shared = { ...field, ref, value: text };
  return (
    <Field
      label={label}
      description={description}
      isOptional={isOptional}
      className={className}
      error={fieldState.error?.message}
    >
      {(control) =>
        rows === undefined ? (
          <Input {...inputProps} {...shared} {...control} />
        ) : (
          <Textarea
            placeholder={inputProps.placeholder}
            maxLength={inputProps.maxLength}
            readOnly={inputProps.readOnly}
            rows={rows}
            {...shared}
            {...control}
          />
        )
      }
    </Field>
  );
}

function toText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

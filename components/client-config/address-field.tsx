"use client";

import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "@/components/form/field-props";
import { TextField } from "@/components/form/text-field";

/** An address of a device in the range of its network. */
export function AddressField<In extends FieldValues, Out>(
  props: Pick<FieldProps<In, Out>, "form" | "name" | "label" | "description">,
) {
  return (
    <TextField {...props} isOptional autoComplete="off" autoCapitalize="none" spellCheck={false} />
  );
}

"use client";

import { TextField } from "@/components/form/text-field";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "@/components/form/field-props";

type RangeProps<In extends FieldValues, Out> = Pick<FieldProps<In, Out>, "form" | "name">;

export function Ipv4Field<In extends FieldValues, Out>(props: RangeProps<In, Out>) {
  return (
    <TextField
      {...props}
      label="IPv4 range"
      description="For example 10.20.0.0/16. A network needs an IPv4 range, an IPv6 range or both."
      isOptional
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

export function Ipv6Field<In extends FieldValues, Out>(props: RangeProps<In, Out>) {
  return (
    <TextField
      {...props}
      label="IPv6 range"
      description="For example fd00:20::/64."
      isOptional
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

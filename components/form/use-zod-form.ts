"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from "react-hook-form";
import type { ZodType } from "zod";

/** What the kit's fields take: `In` is what is typed, `Out` what the schema makes of it. */
export type ZodForm<In extends FieldValues, Out> = UseFormReturn<In, unknown, Out>;

/**
 * A form whose rules are a zod schema: the one that the contract's body is built from. Fields are
 * checked when it is sent, and from then on at every change: an error that appeared when a field is left would
 * move the button that is being pressed.
 */
export function useZodForm<In extends FieldValues, Out>(
  schema: ZodType<Out, In>,
  options: { defaultValues: DefaultValues<In> },
): ZodForm<In, Out> {
  return useForm<In, unknown, Out>({
    resolver: zodResolver(schema),
    mode: "onSubmit",
    defaultValues: options.defaultValues,
    // Form moves the focus itself, when the fields are enabled again.
    shouldFocusError: false,
  });
}

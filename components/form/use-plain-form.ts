"use client";

import { useForm, type DefaultValues, type FieldValues } from "react-hook-form";
import type { ZodForm } from "./use-zod-form";

/**
 * A form without a schema, for the public pages, whose script budget has no room for zod. Its fields
 * say what they need with `rules`; the server checks everything else, and its field errors are shown.
 */
export function usePlainForm<Values extends FieldValues>(options: {
  defaultValues: DefaultValues<Values>;
}): ZodForm<Values, Values> {
  return useForm<Values, unknown, Values>({
    mode: "onSubmit",
    defaultValues: options.defaultValues,
    shouldFocusError: false,
  });
}

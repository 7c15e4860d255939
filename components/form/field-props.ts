import type { FieldPath, FieldValues, RegisterOptions } from "react-hook-form";
import type { FieldTexts } from "./field";
import type { ZodForm } from "./use-zod-form";

/** What every kit field takes: the form, the name of one of its values, and the words. */
export interface FieldProps<In extends FieldValues, Out> extends FieldTexts {
  form: ZodForm<In, Out>;
  name: FieldPath<In>;
  /** Only in a plain form: a schema form ignores them. */
  rules?: Pick<RegisterOptions<In, FieldPath<In>>, "required" | "minLength" | "validate">;
}

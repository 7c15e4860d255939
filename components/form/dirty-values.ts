import type { FieldValues } from "react-hook-form";
import type { ZodForm } from "./use-zod-form";

/**
 * Only the top-level keys of `values` that the person changed, for a PUT in which an absent key
 * means unchanged.
 */
export function dirtyValues<In extends FieldValues, Out extends object>(
  form: ZodForm<In, Out>,
  values: Out,
): Partial<Out> {
  const dirty: Record<string, unknown> = form.formState.dirtyFields;
  const changed: Partial<Out> = { ...values };
  for (const key in changed) {
    if (!isDirty(dirty[key])) Reflect.deleteProperty(changed, key);
  }
  return changed;
}

function isDirty(mark: unknown): boolean {
  if (typeof mark !== "object" || mark === null) return mark === true;
  return Object.values(mark).some(isDirty);
}

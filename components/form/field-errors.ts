import type { FieldPath, FieldValues } from "react-hook-form";
import type { ZodForm } from "./use-zod-form";

/** The part of an API error that a form understands; `ApiError` of lib/api/client fits. */
export interface FormError {
  message: string;
  fields: readonly { path: string; message: string }[];
  requestId?: string | null;
  /** When somebody else's change came first: what it was about, as it is now. */
  current?: { entity: unknown; etag: string } | null;
}

export function isFormError(error: unknown): error is FormError {
  return error instanceof Error && "fields" in error && Array.isArray(error.fields);
}

/**
 * Puts each error at the field its dotted path names and returns those that name no field of this
 * form. `focus` moves to the first field with an error.
 */
export function applyFieldErrors<In extends FieldValues, Out>(
  form: ZodForm<In, Out>,
  error: FormError,
): { path: string; message: string }[] {
  const unknown: { path: string; message: string }[] = [];
  let hasFocus = false;
  for (const field of error.fields) {
    const name = findField(form, field.path);
    if (name === undefined) {
      unknown.push(field);
      continue;
    }
    form.setError(name, { type: "server", message: field.message });
    if (!hasFocus) form.setFocus(name);
    hasFocus = true;
  }
  return unknown;
}

/** Moves the focus to the first field, in the order they were mounted, that is not valid. */
export function focusFirstInvalid<In extends FieldValues, Out>(form: ZodForm<In, Out>): void {
  for (const name of form.control._names.mount) {
    if (!isMounted(form, name) || !form.getFieldState(name).invalid) continue;
    form.setFocus(name);
    return;
  }
}

/** The field with this path, or the one that holds it: `groups.0` belongs to `groups`. */
function findField<In extends FieldValues, Out>(
  form: ZodForm<In, Out>,
  path: string,
): FieldPath<In> | undefined {
  for (let rest = path; rest; rest = rest.slice(0, Math.max(0, rest.lastIndexOf(".")))) {
    if (isMounted(form, rest)) return rest;
  }
  return undefined;
}

function isMounted<In extends FieldValues, Out>(
  form: ZodForm<In, Out>,
  name: string,
): name is FieldPath<In> {
  return form.control._names.mount.has(name);
}

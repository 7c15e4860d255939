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
  element: HTMLFormElement,
  error: FormError,
): { path: string; message: string }[] {
  const unknown: { path: string; message: string }[] = [];
  let hasFocus = false;
  for (const field of error.fields) {
    const name = findField<In>(element, field.path);
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

/** Moves the focus to the first field, in the order of the page, that is not valid. */
export function focusFirstInvalid<In extends FieldValues, Out>(
  form: ZodForm<In, Out>,
  element: HTMLFormElement,
): void {
  for (const { name } of Array.from(element.elements).filter(isNamed)) {
    if (!isField<In>(element, name) || !form.getFieldState(name).invalid) continue;
    form.setFocus(name);
    return;
  }
}

function isNamed(element: Element): element is Element & { name: string } {
  return "name" in element && typeof element.name === "string" && element.name !== "";
}

/** The field with this path, or the one that holds it: `groups.0` belongs to `groups`. */
function findField<In extends FieldValues>(
  element: HTMLFormElement,
  path: string,
): FieldPath<In> | undefined {
  for (let rest = path; rest; rest = rest.slice(0, Math.max(0, rest.lastIndexOf(".")))) {
    if (isField<In>(element, rest)) return rest;
  }
  return undefined;
}

/** Every field of the kit gives its control the name. */
function isField<In extends FieldValues>(
  element: HTMLFormElement,
  name: string,
): name is FieldPath<In> {
  return element.elements.namedItem(name) !== null;
}

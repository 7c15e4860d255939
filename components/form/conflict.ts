/** Two people changed the same thing: what the other one changed, in words. */
import type { ZodType } from "zod";
import type { Versioned } from "@/lib/errors";
import { isFormError } from "./field-errors";

/** The thing as it is now, when a write was refused because somebody else's came before it; else null. */
export function conflictOf<Entity>(
  schema: ZodType<Entity>,
  error: unknown,
): Versioned<Entity> | null {
  if (!isFormError(error) || !error.current) return null;
  const entity = schema.safeParse(error.current.entity);
  return entity.success ? { entity: entity.data, etag: error.current.etag } : null;
}

/** How one key of a thing is called, and its value in words. */
export interface FieldWords<Entity> {
  key: keyof Entity & string;
  label: string;
  words: (entity: Partial<Entity>) => string;
}

/** One thing that is different now. */
export interface Difference {
  key: string;
  label: string;
  before: string;
  now: string;
}

export function differencesBetween<Entity>(
  fields: readonly FieldWords<Entity>[],
  before: Entity,
  now: Entity,
): Difference[] {
  return fields
    .map(({ key, label, words }) => ({ key, label, before: words(before), now: words(now) }))
    .filter((difference) => difference.before !== difference.now);
}

"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import type { Versioned } from "@/lib/errors";
import { conflictOf } from "./conflict";
import { dirtyValues } from "./dirty-values";
import { useZodForm } from "./use-zod-form";

/**
 * A form over one version of a thing. Once something is typed it stays with the version it started from,
 * whatever is fetched meanwhile: only that version is what the person has seen. When somebody else's change
 * came first it holds theirs, keeps what was typed, and leaves the choice.
 */
export function useVersionedForm<Entity, In extends FieldValues, Out extends object>({
  latest,
  entitySchema,
  schema,
  valuesOf,
}: {
  latest: Versioned<Entity>;
  entitySchema: ZodType<Entity>;
  schema: ZodType<Out, In>;
  valuesOf: (entity: Entity) => DefaultValues<In>;
}) {
  const [base, setBase] = useState(latest);
  const [theirs, setTheirs] = useState<Versioned<Entity> | null>(null);
  const form = useZodForm(schema, { defaultValues: valuesOf(base.entity) });
  const { isDirty } = form.formState;

  if (!isDirty && latest.etag !== base.etag) setBase(latest);
  // The form keeps its values in a store of its own, which follows the version it starts from.
  const formBaseRef = useRef(base);
  const follow = useEffectEvent(() => {
    if (formBaseRef.current === base) return;
    formBaseRef.current = base;
    form.reset(valuesOf(base.entity));
  });
  useEffect(() => {
    follow();
  }, [base]);

  /** From here on this is what the form starts from. */
  function settle(entity: Entity) {
    setTheirs(null);
    form.reset(valuesOf(entity));
  }

  /** For the form's `onError`: true when the error is a conflict, which is shown from then on. */
  function handleConflict(error: unknown): boolean {
    const found = conflictOf(entitySchema, error);
    if (found) setTheirs(found);
    return found !== null;
  }

  /** What was changed here, as far as it is valid. */
  function typed(): Partial<Out> {
    const { data } = schema.safeParse(form.getValues());
    return data === undefined ? {} : dirtyValues(form, data);
  }

  return {
    form,
    base: base.entity,
    theirs: theirs?.entity ?? null,
    /** The version that the person has seen. */
    ifMatch: (theirs ?? base).etag,
    isDirty,
    typed,
    settle,
    handleConflict,
    /** Takes back what was typed: to theirs where there is a conflict. */
    undo: () => {
      settle((theirs ?? base).entity);
    },
  };
}

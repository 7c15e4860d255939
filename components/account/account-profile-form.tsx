"use client";

import { useEffect, useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { conflictOf } from "@/components/user/conflict";
import { useUpdateUser } from "@/components/user/mutations";
import { UserConflict } from "@/components/user/user-conflict";
import { defaultLimits } from "@/lib/api/contract";
import type { Versioned } from "@/lib/errors";
import { userUpdate, type User } from "@/lib/user/schema";

const profile = userUpdate(defaultLimits).pick({ display_name: true });

/**
 * Edits one's own name, against the version that was on the screen when one began to type. When somebody
 * else's change came first, shows theirs, keeps what was typed, and leaves the choice.
 */
export function AccountProfileForm({ latest }: { latest: Versioned<User> }) {
  const update = useUpdateUser();
  const [base, setBase] = useState(latest);
  const [theirs, setTheirs] = useState<Versioned<User> | null>(null);
  const form = useZodForm(profile, { defaultValues: valuesOf(base.entity) });
  const { reset, formState } = form;
  const { isDirty } = formState;

  if (!isDirty && latest.etag !== base.etag) setBase(latest);
  // The form keeps its values in a store of its own, which follows the version it starts from.
  const formBaseRef = useRef(base);
  useEffect(() => {
    if (formBaseRef.current === base) return;
    formBaseRef.current = base;
    reset(valuesOf(base.entity));
  }, [reset, base]);

  /** From here on this is what the form starts from. */
  function settle(user: User) {
    setTheirs(null);
    reset(valuesOf(user));
  }

  return (
    <Form
      form={form}
      label="Profile"
      onSubmit={async (change) => {
        const ifMatch = (theirs ?? base).etag;
        const { username } = base.entity;
        const saved = await update.mutateAsync({ username, change, ifMatch });
        settle(saved.entity);
        toast.success("Profile saved");
      }}
      onError={(error) => {
        const found = conflictOf(error);
        if (found) setTheirs(found);
        return found !== null;
      }}
    >
      <CardSection
        title="Profile"
        description="What others see of you."
        footer={
          <>
            {theirs && (
              <Button
                onClick={() => {
                  settle(theirs.entity);
                }}
              >
                Drop mine, take theirs
              </Button>
            )}
            {!theirs && isDirty && (
              <Button
                variant="ghost"
                onClick={() => {
                  settle(base.entity);
                }}
              >
                Undo changes
              </Button>
            )}
            <SubmitButton disabledReason={isDirty ? null : "Nothing has been changed."}>
              {theirs ? "Save mine over it" : "Save"}
            </SubmitButton>
          </>
        }
      >
        <FormFields>
          {theirs && (
            <UserConflict before={base.entity} now={theirs.entity} typed={form.getValues()} />
          )}
          <TextField
            form={form}
            name="display_name"
            label="Display name"
            autoComplete="name"
            isOptional
          />
        </FormFields>
      </CardSection>
    </Form>
  );
}

function valuesOf({ display_name }: User) {
  return { display_name };
}

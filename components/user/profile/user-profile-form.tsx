"use client";

import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { useActor } from "@/components/console/actor-provider";
import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { defaultLimits } from "@/lib/api/contract";
import type { Versioned } from "@/lib/errors";
import { formatCount } from "@/lib/format";
import { isSelf, type Actor, type PlatformRole } from "@/lib/permissions";
import { canUpdateUser } from "@/lib/user/policy";
import { userUpdate, type User } from "@/lib/user/schema";
import { conflictOf } from "@/components/user/conflict";
import { useUpdateUser } from "@/components/user/mutations";
import { UserConflict } from "@/components/user/user-conflict";
import { roleOptions } from "@/components/user/user-words";

const profile = userUpdate(defaultLimits).pick({ display_name: true, platform_role_id: true });

/**
 * Edits name and role. Once something is typed the form stays with the version it started from, whatever
 * is fetched meanwhile: only that version is what the person has seen.
 */
export function UserProfileForm({ latest }: { latest: Versioned<User> }) {
  const actor = useActor();
  const update = useUpdateUser();
  const [base, setBase] = useState(latest);
  const [theirs, setTheirs] = useState<Versioned<User> | null>(null);
  const form = useZodForm(profile, { defaultValues: valuesOf(base.entity) });
  const { reset, formState } = form;
  const { isDirty, dirtyFields } = formState;
  const user = base.entity;

  if (!isDirty && latest.etag !== base.etag) setBase(latest);
  // The form keeps its values in a store of its own, which follows the version it starts from.
  const formBaseRef = useRef(base);
  useEffect(() => {
    if (formBaseRef.current === base) return;
    formBaseRef.current = base;
    reset(valuesOf(base.entity));
  }, [reset, base]);

  /** From here on `values` are what the server has. */
  function settle(values: ReturnType<typeof valuesOf>) {
    setTheirs(null);
    reset(values);
  }

  return (
    <Form
      form={form}
      label="Profile"
      onSubmit={async (values) => {
        const change = dirtyValues(form, values);
        const ifMatch = (theirs ?? base).etag;
        const saved = await update.mutateAsync({ username: user.username, change, ifMatch });
        settle(valuesOf(saved.entity));
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
        footer={
          <>
            {theirs && (
              <Button
                onClick={() => {
                  settle(valuesOf(theirs.entity));
                }}
              >
                Drop mine, take theirs
              </Button>
            )}
            {!theirs && isDirty && (
              <Button
                variant="ghost"
                onClick={() => {
                  settle(valuesOf(user));
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
            <UserConflict
              before={user}
              now={theirs.entity}
              typed={typedOf(dirtyFields, form.getValues())}
            />
          )}
          <TextField
            form={form}
            name="display_name"
            label="Display name"
            isOptional
            autoComplete="off"
          />
          <SelectField
            form={form}
            name="platform_role_id"
            label="Role"
            description={roleNote(actor, user, dirtyFields.platform_role_id === true)}
            options={roleOptions((role) => canUpdateUser(actor, user, { platform_role_id: role }))}
          />
        </FormFields>
      </CardSection>
    </Form>
  );
}

function valuesOf({ display_name, platform_role_id }: User) {
  return { display_name, platform_role_id };
}

function typedOf(dirty: object, values: z.input<typeof profile>): Partial<User> {
  const parsed = profile.safeParse(values);
  const entries = Object.entries(parsed.data ?? {}).filter(([key]) => key in dirty);
  return Object.fromEntries(entries);
}

/** Why the role stays, or what a new one takes along. */
function roleNote(actor: Actor, user: User, isChanging: boolean): string | undefined {
  const count = user.num_access_tokens;
  const refusal = canUpdateUser(actor, user, { platform_role_id: otherThan(user) });
  if (isSelf(actor, user.username) && !refusal.allowed) return refusal.reason;
  if (!isChanging || count === 0) return undefined;
  return `A new role revokes this user's ${formatCount(count, "API token")}.`;
}

function otherThan({ platform_role_id: role }: User): PlatformRole {
  return role === "service-user" ? "platform-user" : "service-user";
}

"use client";

import type { ReactNode } from "react";
import type { z } from "zod";
import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import type { ZodForm } from "@/components/form/use-zod-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { defaultLimits } from "@/lib/limits";
import type { Versioned } from "@/lib/errors";
import { user as userSchema, userUpdate, type User } from "@/lib/user/schema";
import { useUpdateUser } from "./mutations";
import { UserConflict } from "./user-conflict";

const profile = userUpdate(defaultLimits).pick({ display_name: true, platform_role_id: true });
export type ProfileZodForm = ZodForm<z.input<typeof profile>, z.output<typeof profile>>;

/** Edits a user's name, and what `children` add to it. */
export function ProfileForm({
  latest,
  description,
  nameAutoComplete = "off",
  children,
}: {
  latest: Versioned<User>;
  description?: string;
  nameAutoComplete?: "name" | "off";
  /** Given the user that the form started from. */
  children?: (form: ProfileZodForm, user: User) => ReactNode;
}) {
  const update = useUpdateUser();
  const edit = useVersionedForm({ latest, entitySchema: userSchema, schema: profile, valuesOf });
  const { form, base: user, theirs, ifMatch } = edit;

  return (
    <Form
      form={form}
      label="Profile"
      onSubmit={async (values) => {
        const change = dirtyValues(form, values);
        const saved = await update.mutateAsync({ username: user.username, change, ifMatch });
        edit.settle(saved.entity);
        toast.success("Profile saved");
      }}
      onError={edit.handleConflict}
    >
      <CardSection
        title="Profile"
        description={description}
        footer={<VersionedFormActions edit={edit} />}
      >
        <FormFields>
          {theirs && <UserConflict before={user} now={theirs} typed={edit.typed()} />}
          <TextField
            form={form}
            name="display_name"
            label="Display name"
            autoComplete={nameAutoComplete}
            isOptional
          />
          {children?.(form, user)}
        </FormFields>
      </CardSection>
    </Form>
  );
}

function valuesOf({ display_name, platform_role_id }: User) {
  return { display_name, platform_role_id };
}

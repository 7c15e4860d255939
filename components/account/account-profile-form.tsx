"use client";

import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { useUpdateUser } from "@/components/user/mutations";
import { UserConflict } from "@/components/user/user-conflict";
import { defaultLimits } from "@/lib/api/contract";
import type { Versioned } from "@/lib/errors";
import { user, userUpdate, type User } from "@/lib/user/schema";

const profile = userUpdate(defaultLimits).pick({ display_name: true });

/** Edits one's own name. */
export function AccountProfileForm({ latest }: { latest: Versioned<User> }) {
  const update = useUpdateUser();
  const edit = useVersionedForm({ latest, entitySchema: user, schema: profile, valuesOf });
  const { form, base, theirs, ifMatch } = edit;

  return (
    <Form
      form={form}
      label="Profile"
      onSubmit={async (change) => {
        const { username } = base;
        const saved = await update.mutateAsync({ username, change, ifMatch });
        edit.settle(saved.entity);
        toast.success("Profile saved");
      }}
      onError={edit.handleConflict}
    >
      <CardSection
        title="Profile"
        description="What others see of you."
        footer={<VersionedFormActions edit={edit} />}
      >
        <FormFields>
          {theirs && <UserConflict before={base} now={theirs} typed={edit.typed()} />}
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

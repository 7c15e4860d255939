"use client";

import type { ReactNode } from "react";
import type { z } from "zod";
import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useAskedSave } from "@/components/form/use-asked-save";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import type { ZodForm } from "@/components/form/use-zod-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { toast } from "@/components/ui/toast";
import type { Versioned } from "@/lib/errors";
import { formatList } from "@/lib/format";
import { defaultLimits } from "@/lib/limits";
import { user as userSchema, userUpdate, type User } from "@/lib/user/schema";
import { userFields } from "./conflict";
import { useUpdateUser } from "./mutations";
import { UserConflict } from "./user-conflict";

const RoleChangeDialog = lazyDialog(
  async () => (await import("./role-change-dialog")).RoleChangeDialog,
);

const profile = userUpdate(defaultLimits).pick({ display_name: true, platform_role_id: true });
type ProfileChange = Partial<z.output<typeof profile>>;
export type ProfileZodForm = ZodForm<z.input<typeof profile>, z.output<typeof profile>>;

/** Edits a user's name, and what `children` add to it. A new role is asked about before it is saved. */
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
  const { asked, ask, close, confirm } = useAskedSave({
    save,
    handleConflict: edit.handleConflict,
  });
  const askedRole = asked?.platform_role_id;

  async function save(change: ProfileChange) {
    const saved = await update.mutateAsync({ username: user.username, change, ifMatch });
    edit.settle(saved.entity);
    toast.success(`${namesOf(change)} saved`, { description: valuesIn(saved.entity, change) });
  }

  function handleSubmit(values: z.output<typeof profile>) {
    const change = dirtyValues(form, values);
    if (change.platform_role_id === undefined) return save(change);
    update.reset();
    ask(change);
    return undefined;
  }

  return (
    <>
      <Form form={form} label="Profile" onSubmit={handleSubmit} onError={edit.handleConflict}>
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
      {asked && askedRole && (
        <RoleChangeDialog
          user={theirs ?? user}
          role={askedRole}
          isPending={update.isPending}
          error={update.error?.message ?? null}
          onConfirm={() => void confirm(asked)}
          onClose={close}
        />
      )}
    </>
  );
}

/** "Display name and role". */
function namesOf(change: ProfileChange): string {
  const [first = "", ...rest] = changedFields(change).map(({ label }) => label);
  return formatList([first, ...rest.map((label) => label.toLowerCase())]);
}

function valuesIn(saved: User, change: ProfileChange): string {
  return changedFields(change)
    .map(({ words }) => words(saved))
    .join(" · ");
}

function changedFields(change: ProfileChange) {
  return userFields.filter(({ key }) => key in change);
}

function valuesOf({ display_name, platform_role_id }: User) {
  return { display_name, platform_role_id };
}

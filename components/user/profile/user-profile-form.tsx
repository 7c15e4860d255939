"use client";

import { useActor } from "@/components/console/actor-provider";
import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { defaultLimits } from "@/lib/api/contract";
import type { Versioned } from "@/lib/errors";
import { formatCount } from "@/lib/format";
import { isSelf, type Actor, type PlatformRole } from "@/lib/permissions";
import { canUpdateUser } from "@/lib/user/policy";
import { user as userSchema, userUpdate, type User } from "@/lib/user/schema";
import { useUpdateUser } from "@/components/user/mutations";
import { UserConflict } from "@/components/user/user-conflict";
import { roleOptions } from "@/components/user/user-words";

const profile = userUpdate(defaultLimits).pick({ display_name: true, platform_role_id: true });

/** Edits name and role. */
export function UserProfileForm({ latest }: { latest: Versioned<User> }) {
  const actor = useActor();
  const update = useUpdateUser();
  const edit = useVersionedForm({ latest, entitySchema: userSchema, schema: profile, valuesOf });
  const { form, base: user, theirs, ifMatch } = edit;
  const { dirtyFields } = form.formState;

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
      <CardSection title="Profile" footer={<VersionedFormActions edit={edit} />}>
        <FormFields>
          {theirs && <UserConflict before={user} now={theirs} typed={edit.typed()} />}
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

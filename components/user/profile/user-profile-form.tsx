"use client";

import { useFormState } from "react-hook-form";
import { useActor } from "@/components/base/actor-provider";
import { SelectField } from "@/components/form/select-field";
import { ProfileForm, type ProfileZodForm } from "@/components/user/profile-form";
import { roleOptions } from "@/components/user/role-options";
import type { Versioned } from "@/lib/errors";
import { formatCount } from "@/lib/format";
import { isSelf, reasonOf, type Actor, type PlatformRole } from "@/lib/permissions";
import { canUpdateUser } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";

/** Edits name and role. */
export function UserProfileForm({ latest }: { latest: Versioned<User> }) {
  return (
    <ProfileForm latest={latest}>
      {(form, user) => <RoleField form={form} user={user} />}
    </ProfileForm>
  );
}

function RoleField({ form, user }: { form: ProfileZodForm; user: User }) {
  const actor = useActor();
  const { dirtyFields } = useFormState({ control: form.control });
  return (
    <SelectField
      form={form}
      name="platform_role_id"
      label="Role"
      description={roleNote(user, dirtyFields.platform_role_id === true)}
      disabledReason={ownRoleRefusal(actor, user)}
      options={roleOptions((role) => canUpdateUser(actor, user, { platform_role_id: role }))}
    />
  );
}

/** What a new role takes along. */
function roleNote(user: User, isChanging: boolean): string | undefined {
  const count = user.num_access_tokens;
  if (!isChanging || count === 0) return undefined;
  return `A new role revokes this user's ${formatCount(count, "API token")}.`;
}

function ownRoleRefusal(actor: Actor, user: User): string | null {
  if (!isSelf(actor, user.username)) return null;
  return reasonOf(canUpdateUser(actor, user, { platform_role_id: otherThan(user) }));
}

function otherThan({ platform_role_id: role }: User): PlatformRole {
  return role === "service-user" ? "platform-user" : "service-user";
}

"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { useActor } from "@/components/base/actor-provider";
import { useLimits } from "@/components/base/limits-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { UsernameHint } from "@/components/session/username-hint";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { whenMayLeave } from "@/components/ui/use-leave-guard";
import type { InputLimits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { canGiveRole } from "@/lib/user/policy";
import { userCreate, type User } from "@/lib/user/schema";
import { newUsername } from "@/lib/user/username";
import { useCreateUser } from "./mutations";
import { NewPasswordField } from "./new-password-field";
import { roleOptions } from "./role-options";
import { aboutUncopied, SignInDetails } from "./sign-in-details";
import { isNamed, nameOf } from "./user-words";

/** Adds a user and shows, this once, what they need to sign in. */
export function UserCreateDialog({ onClose }: { onClose: () => void }) {
  const actor = useActor();
  const router = useRouter();
  const create = useCreateUser();
  const { passwordMinLength } = useLimits();
  const [schema] = useState(() => newUserForm({ passwordMinLength }));
  const form = useZodForm(schema, {
    defaultValues: {
      username: "",
      display_name: "",
      platform_role_id: "service-user",
      password: "",
    },
  });
  const [username, displayName] = useWatch({
    control: form.control,
    name: ["username", "display_name"],
  });

  const [made, setMade] = useState<{ user: User; password: string } | null>(null);
  const [copied, setCopied] = useState<string | null>(null);

  function sayAdded(user: User) {
    toast.success(<WasAdded user={user} />, {
      description: isNamed(user) ? <Name>{user.username}</Name> : undefined,
      action: {
        label: "Open",
        onClick: () => {
          whenMayLeave(() => {
            router.push(paths.user(user.username));
          });
        },
      },
    });
  }

  if (made) {
    return (
      <Dialog
        title={<WasAdded user={made.user} />}
        leaveQuestion={copied === made.password ? null : aboutUncopied}
        onClose={() => {
          onClose();
          sayAdded(made.user);
        }}
      >
        <SignInDetails
          username={made.user.username}
          password={made.password}
          onCopied={() => {
            setCopied(made.password);
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title="Add a user" onClose={onClose} isLocked={create.isPending}>
      <Form
        form={form}
        className="[--form-inset:1.25rem]"
        onSubmit={async (values) => {
          const { entity: user } = await create.mutateAsync(values);
          setMade({ user, password: values.password });
        }}
      >
        <DialogBody>
          <FormFields>
            <TextField
              form={form}
              name="username"
              label="Username"
              description="An e-mail address or a short name. It cannot be changed later."
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
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
              options={roleOptions((role) => canGiveRole(actor, role))}
            />
            <UsernameHint username={username} />
            <NewPasswordField
              form={form}
              name="password"
              label="Password"
              minLength={passwordMinLength}
              strengthHints={[username, displayName ?? ""]}
              onCopied={setCopied}
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add user</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

function WasAdded({ user }: { user: User }) {
  return (
    <>
      <Name>{nameOf(user)}</Name> was added
    </>
  );
}

function newUserForm(limits: InputLimits) {
  return userCreate(limits)
    .pick({ display_name: true, platform_role_id: true, password: true })
    .extend({ username: newUsername });
}

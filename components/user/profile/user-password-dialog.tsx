"use client";

import { useState } from "react";
import { z } from "zod";
import { useLimits } from "@/components/base/limits-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { useZodForm } from "@/components/form/use-zod-form";
import { UsernameHint } from "@/components/session/username-hint";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { password } from "@/lib/user/password";
import type { User } from "@/lib/user/schema";
import { useUpdateUser } from "@/components/user/mutations";
import { NewPasswordField } from "@/components/user/new-password-field";
import { aboutUncopied, SignInDetails } from "@/components/user/sign-in-details";
import { nameOf } from "@/components/user/user-words";

export function UserPasswordDialog({
  user,
  onClose,
}: {
  user: Pick<User, "username" | "display_name">;
  onClose: () => void;
}) {
  const update = useUpdateUser();
  const { passwordMinLength } = useLimits();
  const [schema] = useState(() => z.object({ password: password({ passwordMinLength }) }));
  const form = useZodForm(schema, { defaultValues: { password: "" } });

  const [given, setGiven] = useState<string | null>(null);
  const [copied, setCopied] = useState<string | null>(null);

  if (given !== null) {
    return (
      <Dialog
        title={
          <>
            <Name>{nameOf(user)}</Name> has a new password
          </>
        }
        description="They are signed out everywhere."
        leaveQuestion={copied === given ? null : aboutUncopied}
        onClose={onClose}
      >
        <SignInDetails
          username={user.username}
          password={given}
          onCopied={() => {
            setCopied(given);
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={
        <>
          Set a new password for <Name>{nameOf(user)}</Name>
        </>
      }
      onClose={onClose}
      isLocked={update.isPending}
    >
      <Form
        form={form}
        className="[--form-inset:1.25rem]"
        onSubmit={async (change) => {
          await update.mutateAsync({ username: user.username, change });
          setGiven(change.password);
        }}
      >
        <DialogBody>
          <UsernameHint username={user.username} />
          <FormFields>
            <Callout tone="warn">
              All sessions of{" "}
              <strong className="font-medium [overflow-wrap:anywhere]">
                <Name>{user.username}</Name>
              </strong>{" "}
              end immediately. They sign in again with the new password.
            </Callout>
            <NewPasswordField
              form={form}
              name="password"
              label="New password"
              minLength={passwordMinLength}
              strengthHints={[user.username, user.display_name]}
              onCopied={setCopied}
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Set password</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

"use client";

import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PasswordField } from "@/components/form/password-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { passwordCheck } from "@/lib/session/schema";
import { lastConfirmed } from "./last-confirmed";
import { useConfirmIdentity } from "./mutations";
import { UsernameHint } from "./username-hint";

const schema = passwordCheck.refine(({ password }) => password !== "", {
  path: ["password"],
  message: "Enter your password.",
});

/** The lazy part of `IdentityCheck`: one's password, before something that needs it. */
export function IdentityCheckDialog({
  username,
  onConfirmed,
  onClose,
}: {
  username: string;
  onConfirmed: () => void;
  onClose: () => void;
}) {
  const form = useZodForm(schema, { defaultValues: { password: "" } });
  const confirmIdentity = useConfirmIdentity(username);

  async function handleSubmit({ password }: { password: string }) {
    const { identity_validated: isRight } = await confirmIdentity.mutateAsync(password);
    if (isRight) {
      lastConfirmed.at = Date.now();
      onConfirmed();
      return;
    }
    form.setError("password", { message: "Wrong password." });
    form.setFocus("password");
  }

  return (
    <Dialog
      title="Confirm it's you"
      description="Enter your password. You won't be asked again for 10 minutes."
      size="sm"
      isLocked={confirmIdentity.isPending}
      onClose={onClose}
    >
      <Form form={form} onSubmit={handleSubmit} className="[--form-inset:1.25rem]">
        <DialogBody>
          <UsernameHint username={username} />
          <FormFields>
            <PasswordField
              form={form}
              name="password"
              label="Password"
              autoComplete="current-password"
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Confirm</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

"use client";

import type { ReactNode } from "react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PasswordField } from "@/components/form/password-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { totpCode } from "@/lib/mfa/schema";
import { passwordCheck } from "@/lib/session/schema";
import { CodeField } from "./code-field";
import { useConfirmIdentity } from "./mutations";
import { UsernameHint } from "./username-hint";

interface CheckProps {
  username: string;
  onConfirmed: () => void;
  /** Other ways. */
  children: ReactNode;
}

const passwordForm = passwordCheck.refine(({ password }) => password !== "", {
  path: ["password"],
  message: "Enter your password.",
});

export function PasswordCheck({ username, onConfirmed, children }: CheckProps) {
  const form = useZodForm(passwordForm, { defaultValues: { password: "" } });
  const confirm = useConfirmIdentity(username);

  async function handleSubmit({ password }: { password: string }) {
    if (await confirm.mutateAsync({ password })) {
      onConfirmed();
      return;
    }
    form.setError("password", { message: "Wrong password." });
    form.setFocus("password");
  }

  return (
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
        {children}
      </DialogBody>
      <CheckFooter />
    </Form>
  );
}

const codeForm = z.object({ totp: totpCode });

export function CodeCheck({ username, onConfirmed, children }: CheckProps) {
  const form = useZodForm(codeForm, { defaultValues: { totp: "" } });
  const confirm = useConfirmIdentity(username);

  async function handleSubmit({ totp }: { totp: string }) {
    if (await confirm.mutateAsync({ totp })) {
      onConfirmed();
      return;
    }
    form.setError("totp", {
      message: "Wrong code. Each works once: wait for the next one if you have used it.",
    });
    form.setFocus("totp");
  }

  return (
    <Form form={form} onSubmit={handleSubmit} className="[--form-inset:1.25rem]">
      <DialogBody>
        <FormFields>
          <CodeField form={form} name="totp" label="Code" />
        </FormFields>
        {children}
      </DialogBody>
      <CheckFooter />
    </Form>
  );
}

function CheckFooter() {
  return (
    <DialogFooter>
      <DialogCancel />
      <SubmitButton>Confirm</SubmitButton>
    </DialogFooter>
  );
}

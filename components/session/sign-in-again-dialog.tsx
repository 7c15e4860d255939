"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { paths } from "@/lib/paths";
import { signIn as signInSchema } from "@/lib/session/schema";
import { CodeForm } from "./code-form";
import { signIn, type SecondStep } from "./sign-in-request";

const schema = signInSchema
  .refine(({ username }) => username.trim() !== "", {
    path: ["username"],
    message: "Enter your username.",
  })
  .refine(({ password }) => password !== "", {
    path: ["password"],
    message: "Enter your password.",
  });

const about = {
  title: "Sign in again",
  description: "Your session has ended. Nothing that you typed is lost.",
  size: "sm",
} as const;

/** The lazy part of `SignInAgain`. */
export function SignInAgainDialog({
  username,
  onSignedIn,
  onOther,
  onClose,
}: {
  /** Whose page it is. */
  username: string;
  onSignedIn: () => void;
  /** Somebody else has signed in: what waits must not be saved in their name. */
  onOther: (username: string) => void;
  onClose: () => void;
}) {
  const form = useZodForm(schema, { defaultValues: { username, password: "" } });
  const [step, setStep] = useState<SecondStep | null>(null);
  const [reason, setReason] = useState<string>();

  async function handleSubmit(given: { username: string; password: string }) {
    const name = given.username.trim().toLowerCase();
    setReason(undefined);
    const next = await signIn({ ...given, username: name });
    if (next === null) goOnAs(name);
    else setStep(next);
  }

  function goOnAs(name: string) {
    if (name === username) onSignedIn();
    else onOther(name);
  }

  if (step !== null) {
    return (
      <Dialog {...about} onClose={onClose}>
        <DialogBody>
          <CodeForm
            step={step}
            onSignedIn={() => {
              goOnAs(step.username);
            }}
            onStartAgain={(why) => {
              form.resetField("password");
              setReason(why);
              setStep(null);
            }}
          />
        </DialogBody>
      </Dialog>
    );
  }

  return (
    <Dialog {...about} onClose={onClose}>
      <Form form={form} onSubmit={handleSubmit}>
        <DialogBody>
          {reason !== undefined && (
            <Callout tone="danger" role="alert" className="mb-5">
              {reason}
            </Callout>
          )}
          <FormFields>
            <TextField
              form={form}
              name="username"
              label="Username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            <PasswordField
              form={form}
              name="password"
              label="Password"
              autoComplete="current-password"
            />
          </FormFields>
          <p className="mt-4 text-sm text-ink-3">
            With a passkey or by single sign-on?{" "}
            <a
              href={paths.signInAgain(paths.home)}
              target="_blank"
              rel="noreferrer"
              className="rounded-sm text-ink-2 underline"
            >
              Sign in in a new tab
            </a>
            , close this, and save again.
          </p>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Sign in</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

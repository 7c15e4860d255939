"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { leaveFreely } from "@/components/ui/use-leave-guard";
import { paths } from "@/lib/paths";
import { signIn as signInSchema } from "@/lib/session/schema";
import { signIn } from "./sign-in-request";

const schema = signInSchema
  .refine(({ username }) => username.trim() !== "", {
    path: ["username"],
    message: "Type your username.",
  })
  .refine(({ password }) => password !== "", {
    path: ["password"],
    message: "Type your password.",
  });

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
  const [other, setOther] = useState<string | null>(null);

  async function handleSubmit(given: { username: string; password: string }) {
    const name = given.username.trim().toLowerCase();
    await signIn({ ...given, username: name });
    if (name === username) onSignedIn();
    else setOther(name);
  }

  if (other !== null) {
    return <OtherUser username={username} other={other} onClose={onOther} />;
  }
  return (
    <Dialog
      title="Sign in again"
      description="Your session has ended. Nothing that you typed is lost."
      size="sm"
      onClose={onClose}
    >
      <Form form={form} onSubmit={handleSubmit}>
        <DialogBody>
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
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Sign in</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

function OtherUser({
  username,
  other,
  onClose,
}: {
  username: string;
  other: string;
  onClose: (other: string) => void;
}) {
  function close() {
    onClose(other);
  }
  return (
    <Dialog title="Somebody else is signed in" size="sm" onClose={close}>
      <DialogBody>
        <Callout tone="warn" role="alert">
          You signed in as {other}. What {username} typed on this page is not saved, and nothing can
          be saved here any more. Take along what you need, then go on as {other}.
        </Callout>
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Back to the page</DialogCancel>
        <Button
          variant="primary"
          onClick={() => {
            leaveFreely();
            window.location.assign(paths.home);
          }}
        >
          Go on as {other}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

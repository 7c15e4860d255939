"use client";

import { useState } from "react";
import { z } from "zod";
import { useLimits } from "@/components/base/limits-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PasswordField } from "@/components/form/password-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { UsernameHint } from "@/components/session/username-hint";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { password } from "@/lib/user/password";
import { useChangeOwnPassword } from "./mutations";

export function AccountPasswordForm({
  username,
  displayName,
}: {
  username: string;
  displayName: string;
}) {
  const { passwordMinLength } = useLimits();
  const [schema] = useState(() => z.object({ password: password({ passwordMinLength }) }));
  const form = useZodForm(schema, { defaultValues: { password: "" } });
  const changePassword = useChangeOwnPassword(username);

  return (
    <Form
      form={form}
      label="Password"
      onSubmit={async (values) => {
        await changePassword.mutateAsync(values.password);
        form.reset();
        toast.success("Password changed", {
          description: "You are signed out everywhere else. API tokens keep working.",
        });
      }}
    >
      <CardSection
        title="Password"
        description="Changing your password signs you out everywhere else. API tokens keep working."
        footer={<SubmitButton>Change password</SubmitButton>}
      >
        <UsernameHint username={username} />
        <FormFields>
          <PasswordField
            form={form}
            name="password"
            label="New password"
            description={`At least ${String(passwordMinLength)} characters.`}
            autoComplete="new-password"
            minLength={passwordMinLength}
            canGenerate
            hasStrengthMeter
            strengthHints={[username, displayName, "muster"]}
          />
        </FormFields>
      </CardSection>
    </Form>
  );
}

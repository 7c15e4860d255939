"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { useEarlyInput } from "@/components/form/use-early-input";
import { PlainPasswordInput } from "@/components/session/plain-password-input";
import { Input } from "@/components/ui/input";
import { PasswordStrength } from "@/components/ui/password-strength";

const noRef = () => undefined;

export type SignUpErrors = Partial<Record<"display_name" | "password", string>>;

interface SignUpFieldsProps {
  email: string;
  passwordMinLength: number;
  errors: SignUpErrors;
  /** Somebody begins to type. */
  onFocus: () => void;
}

/** They hold their own values; the strength of the password is told beside it. */
export function SignUpFields({ email, passwordMinLength, errors, onFocus }: SignUpFieldsProps) {
  const [password, setPassword] = useState("");
  const passwordRef = useEarlyInput({ value: password, ref: noRef, onChange: setPassword });
  return (
    <>
      <Field label="Username" description="You sign in with it." error={undefined}>
        {(control) => (
          <Input
            {...control}
            aria-required={undefined}
            name="username"
            autoComplete="username"
            defaultValue={email}
            readOnly
          />
        )}
      </Field>
      <Field label="Display name" isOptional error={errors.display_name}>
        {(control) => (
          <Input
            {...control}
            name="display_name"
            autoComplete="name"
            enterKeyHint="next"
            onFocus={onFocus}
          />
        )}
      </Field>
      <Field
        label="Password"
        description={`At least ${String(passwordMinLength)} characters.`}
        error={errors.password}
      >
        {(control) => (
          <div>
            <PlainPasswordInput
              {...control}
              ref={passwordRef}
              name="password"
              autoComplete="new-password"
              minLength={passwordMinLength}
              enterKeyHint="go"
              onFocus={onFocus}
              onInput={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
            <PasswordStrength password={password} hints={[email, "muster"]} />
          </div>
        )}
      </Field>
    </>
  );
}

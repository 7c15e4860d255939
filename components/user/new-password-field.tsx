"use client";

import { useWatch, type FieldPath, type FieldValues } from "react-hook-form";
import { PasswordField } from "@/components/form/password-field";
import type { ZodForm } from "@/components/form/use-zod-form";
import { CopyButton } from "@/components/ui/copy-button";

/** A password for somebody else: made up or typed, judged, and copied to be handed over. */
export function NewPasswordField<In extends FieldValues, Out>({
  form,
  name,
  label,
  minLength,
  strengthHints,
  onCopied,
}: {
  form: ZodForm<In, Out>;
  name: FieldPath<In>;
  label: string;
  minLength: number;
  strengthHints: readonly string[];
  onCopied: (password: string) => void;
}) {
  const password: unknown = useWatch({ control: form.control, name });
  return (
    <div>
      <PasswordField
        form={form}
        name={name}
        label={label}
        description={`At least ${String(minLength)} characters. Give it to them yourself: it cannot be shown again.`}
        autoComplete="new-password"
        minLength={minLength}
        canGenerate
        hasStrengthMeter
        strengthHints={strengthHints}
      />
      {typeof password === "string" && password !== "" && (
        <CopyButton
          value={password}
          className="mt-1"
          onCopied={() => {
            onCopied(password);
          }}
        >
          Copy the password
        </CopyButton>
      )}
    </div>
  );
}

"use client";

import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { passkeyName } from "@/lib/passkey/schema";

const schema = z.object({ name: passkeyName });

/** What a passkey is called, so that its owner knows it again. */
export function PasskeyNameForm({
  initial,
  submitLabel,
  onSubmit,
}: {
  initial: string;
  submitLabel: string;
  onSubmit: (name: string) => Promise<void>;
}) {
  const form = useZodForm(schema, { defaultValues: { name: initial } });
  return (
    <Form
      form={form}
      onSubmit={({ name }) => onSubmit(name)}
      className="[--form-inset:1.25rem]"
      footer={
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>{submitLabel}</SubmitButton>
        </DialogFooter>
      }
    >
      <DialogBody>
        <FormFields>
          <TextField
            form={form}
            name="name"
            label="Name"
            description="Such as the device or the password manager that keeps it."
          />
        </FormFields>
      </DialogBody>
    </Form>
  );
}

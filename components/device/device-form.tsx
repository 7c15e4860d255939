"use client";

import { useState, type ReactNode } from "react";
import { Laptop, MonitorSmartphone, Smartphone } from "lucide-react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { MAX_DEVICE_TEXT } from "@/lib/client-config/values";
import { nameInput } from "@/lib/wire-schemas";
import { deviceKinds, kindLabels, kindOfBrowser, type DeviceKind } from "./device-words";

const schema = z.object({
  device_name: nameInput("A device's name", MAX_DEVICE_TEXT),
  os: z.enum(deviceKinds),
});
export type Described = z.output<typeof schema>;

const icons: Record<DeviceKind, ReactNode> = {
  phone: <Smartphone />,
  laptop: <Laptop />,
  other: <MonitorSmartphone />,
};

/** What a new device is called, and what it is. */
export function DeviceForm({
  described,
  submitLabel,
  refusal,
  children,
  onSubmit,
}: {
  /** As it was given before. */
  described: Described | null;
  submitLabel: string;
  /** Why it cannot be added. */
  refusal: string | null;
  /** Below the fields. */
  children?: ReactNode;
  onSubmit: (described: Described) => Promise<unknown> | undefined;
}) {
  const [initial] = useState(
    () => described ?? { device_name: "", os: kindOfBrowser(navigator.userAgent) },
  );
  const form = useZodForm(schema, { defaultValues: initial });
  return (
    <Form form={form} onSubmit={onSubmit}>
      <DialogBody>
        <FormFields>
          <TextField
            form={form}
            name="device_name"
            label="Name"
            description="So that you know it again: “My phone”, for example."
            autoComplete="off"
          />
          <RadioField
            form={form}
            name="os"
            label="What is it?"
            look="segments"
            options={deviceKinds.map((kind) => ({
              value: kind,
              label: kindLabels[kind],
              icon: icons[kind],
            }))}
          />
          {children}
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton disabledReason={refusal}>{submitLabel}</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

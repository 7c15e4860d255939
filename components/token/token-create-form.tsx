"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useLimits } from "@/components/base/limits-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { useTimeZone } from "@/components/ui/use-clock";
import { formatCount, formatExactTime } from "@/lib/format";
import type { Owner } from "@/lib/token/policy";
import { expiryRefusal } from "./expiry-refusal";
import { A_DAY, dayRange, expiryOf, lifetimeOptions, usualLifetime } from "./lifetimes";
import type { NewToken } from "./mutations";
import { newTokenForm } from "./new-token-form";

/** The name of a new token and when it expires, within what the server allows. */
export function TokenCreateForm({
  owner,
  onSubmit,
}: {
  owner: Owner;
  onSubmit: (token: NewToken) => Promise<void>;
}) {
  const zone = useTimeZone();
  const { tokenMaxDays: maxDays } = useLimits();
  const [limits] = useState(() => ({ from: Date.now(), maxDays }));
  const [schema] = useState(() => newTokenForm(limits));
  const form = useZodForm(schema, {
    defaultValues: { name: "", lifetime: usualLifetime({ maxDays }), day: "" },
  });
  const [lifetime, day] = useWatch({ control: form.control, name: ["lifetime", "day"] });
  const isDay = lifetime === A_DAY;
  const expiry = expiryOf({ lifetime, day }, limits);
  const moment = expiry && `Until ${formatExactTime(expiry, zone)}.`;
  const { first, last } = dayRange(limits);

  function handleRefused(error: unknown): boolean {
    const message = expiryRefusal(error);
    if (message === null) return false;
    const name = isDay ? "day" : "lifetime";
    form.setError(name, { type: "server", message });
    form.setFocus(name);
    return true;
  }

  return (
    <Form
      form={form}
      onError={handleRefused}
      onSubmit={(values) => onSubmit({ user_name: owner.username, ...values })}
    >
      <DialogBody>
        <FormFields>
          <TextField
            form={form}
            name="name"
            label="Name"
            description="What will use it?"
            autoComplete="off"
            spellCheck={false}
          />
          <SelectField
            form={form}
            name="lifetime"
            label="Expires"
            description={`At most ${formatCount(maxDays, "day")} on this server.`}
            options={lifetimeOptions({ maxDays }).map((option) => ({
              ...option,
              description: isDay ? undefined : moment,
            }))}
          />
          {isDay && (
            <TextField
              form={form}
              name="day"
              label="Last day"
              description={moment ?? "The token works until the end of this day."}
              type="date"
              min={first}
              max={last}
            />
          )}
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton>Create token</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

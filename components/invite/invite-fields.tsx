"use client";

import { useController, useWatch } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { SelectField } from "@/components/form/select-field";
import type { ZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { roleOptions } from "@/components/user/role-options";
import { canGiveRole } from "@/lib/user/policy";
import { useActor } from "@/components/base/actor-provider";
import type { PlatformRole } from "@/lib/permissions";
import { AddressesField } from "./addresses-field";
import { FileField } from "./file-field";
import { joinableGroupOptions } from "./group-options";
import type { InviteForm } from "./invite-form-schema";
import { NoMailCallout } from "./no-mail-callout";

/** Whom to invite, to which role and groups. */
export function InviteFields({
  form,
  refusalOf,
  onSubmit,
}: {
  form: ZodForm<InviteForm, InviteForm>;
  refusalOf: (role: PlatformRole) => string | null;
  onSubmit: (values: InviteForm) => Promise<void>;
}) {
  const actor = useActor();
  const { field } = useController({ control: form.control, name: "way" });
  const way = useWatch({ control: form.control, name: "way" });
  const isFile = way === "file";
  return (
    <Form form={form} onSubmit={onSubmit}>
      <DialogBody>
        <FormFields>
          <NoMailCallout />
          <RadioGroup
            label="How to name them"
            isLabelHidden
            look="segments"
            options={[
              { value: "text", label: "Type or paste" },
              { value: "file", label: "CSV file" },
            ]}
            value={way}
            onChange={field.onChange}
          />
          {isFile ? (
            <FileField form={form} refusalOf={refusalOf} />
          ) : (
            <AddressesField form={form} />
          )}
          <SelectField
            form={form}
            name="platform_role_id"
            label="Role"
            {...(isFile && { description: "For rows that name none." })}
            options={roleOptions((role) => canGiveRole(actor, role))}
          />
          <PickerField
            form={form}
            name="user_group_ids"
            label="Groups"
            {...(isFile && { description: "For rows that name none." })}
            isOptional
            isMany
            source={joinableGroupOptions}
            placeholder="Search groups…"
          />
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton>Check…</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

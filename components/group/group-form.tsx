"use client";

import { useState } from "react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { ZodForm } from "@/components/form/use-zod-form";
import type { z } from "zod";
import { groupContent, type UserGroup } from "@/lib/group/schema";
import { colorOptions } from "./colors";

/** What a person types about a group; who is in it and what it grants stand on its page. */
export const groupForm = groupContent.pick({
  name: true,
  color_code: true,
  meta_data: true,
  external_identity_provider_id: true,
});

export type GroupForm = ZodForm<z.input<typeof groupForm>, z.output<typeof groupForm>>;

export const newGroup = {
  name: "",
  color_code: "",
  meta_data: "",
  external_identity_provider_id: "",
};

export function groupValuesOf(group: UserGroup) {
  const { name, color_code, meta_data, external_identity_provider_id } = group;
  return { name, color_code, meta_data, external_identity_provider_id };
}

export function GroupFields({ form }: { form: GroupForm }) {
  const [colors] = useState(() => colorOptions(form.getValues("color_code") ?? ""));
  return (
    <>
      <TextField form={form} name="name" label="Name" autoComplete="off" />
      <TextField form={form} name="meta_data" label="Notes" isOptional rows={3} />
      <SelectField form={form} name="color_code" label="Color" isOptional options={colors} />
      <TextField
        form={form}
        name="external_identity_provider_id"
        label="Id at the identity provider"
        description="With an id, the identity provider decides who is in this group."
        isOptional
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  );
}

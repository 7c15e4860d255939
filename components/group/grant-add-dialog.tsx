"use client";

import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { networkOrAllOptions } from "@/components/lookup/networks";
import { roleOptions } from "@/components/lookup/roles";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { clashOf, type GroupGrant } from "./grants";

/** Chooses a role on a network; it is saved with the other changes of the page. */
export function GrantAddDialog({
  grants,
  onAdd,
  onClose,
}: {
  /** What is granted so far. */
  grants: readonly GroupGrant[];
  onAdd: (grant: GroupGrant) => void;
  onClose: () => void;
}) {
  const [schema] = useState(() => newGrant(grants));
  const form = useZodForm(schema, { defaultValues: { network_id: "", role_id: "" } });
  const network = useWatch({ control: form.control, name: "network_id" });
  // Another network has other roles.
  const { resetField } = form;
  useEffect(() => {
    resetField("role_id");
  }, [network, resetField]);

  return (
    <Dialog
      title="Give access"
      description="Choose a network, and what members may do there."
      onClose={onClose}
    >
      <Form
        form={form}
        onSubmit={(grant) => {
          onAdd(grant);
          onClose();
          return undefined;
        }}
      >
        <DialogBody>
          <FormFields>
            <PickerField
              form={form}
              name="network_id"
              label="Network"
              source={networkOrAllOptions}
              placeholder="Search networks"
            />
            <PickerField
              key={network}
              form={form}
              name="role_id"
              label="Role"
              source={roleOptions(network)}
              placeholder="Search roles"
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add to the list</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

function newGrant(grants: readonly GroupGrant[]) {
  return z.object({
    network_id: z
      .string()
      .min(1, "Choose a network.")
      .superRefine((network, ctx) => {
        const clash = clashOf(grants, network);
        if (clash !== null) ctx.addIssue({ code: "custom", message: clash });
      }),
    role_id: z.string().min(1, "Choose a role."),
  });
}

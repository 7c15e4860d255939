"use client";

import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { resourceTypes } from "@/lib/role/values";
import { resourceWords } from "./resource-words";
import { rowId } from "./rights-grid";

const resource = z.object({
  type: z.string().min(1, "Choose what it is."),
  id: z.string().trim().min(1, "Enter its id.").max(255, "An id has at most 255 characters."),
});

/** Names one resource, which gets a row of its own in the grid. */
export function ResourceAddDialog({
  onAdd,
  onClose,
}: {
  /** Takes the id of the row. */
  onAdd: (row: string) => void;
  onClose: () => void;
}) {
  const form = useZodForm(resource, { defaultValues: { type: "", id: "" } });
  return (
    <Dialog
      title="Add a single resource"
      description="It gets rights of its own, beside those on all of its kind."
      onClose={onClose}
    >
      <Form
        form={form}
        onSubmit={({ type, id }) => {
          onAdd(rowId(type, id));
          onClose();
          return undefined;
        }}
      >
        <DialogBody>
          <FormFields>
            <SelectField
              form={form}
              name="type"
              label="Kind"
              options={resourceTypes.map((type) => ({
                value: type,
                label: resourceWords(type).label,
              }))}
            />
            <TextField
              form={form}
              name="id"
              label="Id"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add resource</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

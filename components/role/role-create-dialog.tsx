"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { networkOrAllOptions } from "@/components/lookup/networks";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { leaveFreely } from "@/components/ui/use-leave-guard";
import { paths } from "@/lib/paths";
import { roleCreate } from "@/lib/role/schema";
import { useCreateRole } from "./mutations";

const newRole = roleCreate.pick({ name: true, network_id: true, meta_data: true });

/** Makes a role that allows nothing yet, and leads to its page. */
export function RoleCreateDialog({
  network = "",
  onClose,
}: {
  /** Chosen from the start. */
  network?: string;
  onClose: () => void;
}) {
  const router = useRouter();
  const create = useCreateRole();
  const form = useZodForm(newRole, {
    defaultValues: { name: "", network_id: network, meta_data: "" },
  });

  return (
    <Dialog
      title="Add a role"
      description="What it allows is chosen on its page."
      onClose={onClose}
      isLocked={create.isPending}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { entity: role } = await create.mutateAsync(values);
          onClose();
          toast.success(
            <>
              <Name>{role.name}</Name> was added
            </>,
          );
          leaveFreely();
          router.push(paths.role(role.id));
        }}
      >
        <DialogBody>
          <FormFields>
            <TextField form={form} name="name" label="Name" autoComplete="off" />
            <PickerField
              form={form}
              name="network_id"
              label="Network"
              description="It cannot be changed later."
              source={networkOrAllOptions}
              placeholder="Search networks"
            />
            <TextField form={form} name="meta_data" label="Notes" isOptional rows={3} />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add role</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { useZodForm } from "@/components/form/use-zod-form";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { leaveFreely } from "@/components/ui/use-leave-guard";
import { paths } from "@/lib/paths";
import { GroupFields, groupForm, newGroup } from "./group-form";
import { useCreateGroup } from "./mutations";

/** Makes an empty group, and leads to its page, where members and access are given. */
export function GroupCreateDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const create = useCreateGroup();
  const form = useZodForm(groupForm, { defaultValues: newGroup });

  return (
    <Dialog
      title="Add a group"
      description="Members and access are chosen on its page."
      onClose={onClose}
      isLocked={create.isPending}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { entity: group } = await create.mutateAsync({ ...newGroup, ...values });
          onClose();
          toast.success(
            <>
              <Name>{group.name}</Name> was added
            </>,
          );
          leaveFreely();
          router.push(paths.group(group.id));
        }}
      >
        <DialogBody>
          <FormFields>
            <GroupFields form={form} />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add group</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

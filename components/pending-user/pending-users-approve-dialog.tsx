"use client";

import { useActor } from "@/components/base/actor-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { SelectField } from "@/components/form/select-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { joinableGroupOptions } from "@/components/invite/group-options";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { roleOptions } from "@/components/user/role-options";
import { canGiveRole } from "@/lib/user/policy";
import { approveForm, type ApproveForm } from "./approve-form-schema";
import { useApprovePendingUsers } from "./mutations";
import { SkippedOutcome } from "./skipped-outcome";
import { WhomList, whomText } from "./whom";
import { countOf } from "./words";

/** Lets one or many in, all with the same role and groups. */
export function PendingUsersApproveDialog({
  usernames,
  onDone,
  onClose,
}: {
  usernames: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const actor = useActor();
  const approve = useApprovePendingUsers();
  const form = useZodForm(approveForm, {
    defaultValues: { platform_role_id: "service-user", user_group_ids: [] },
  });

  async function handleSubmit(values: ApproveForm) {
    const { done, skipped } = await approve.mutateAsync({ usernames, ...values });
    onDone();
    if (skipped.length > 0) return;
    onClose();
    toast.success(`${countOf(done)} approved`, {
      description: "They can sign in from now on.",
    });
  }

  if (approve.data && approve.data.skipped.length > 0) {
    return <SkippedOutcome {...approve.data} what="approved" onClose={onClose} />;
  }
  return (
    <Dialog
      title={<>Approve {whomText(usernames)}</>}
      description="They get an account without a password, and sign in as they did when they asked."
      isLocked={approve.isPending}
      onClose={onClose}
    >
      <Form form={form} onSubmit={handleSubmit}>
        <DialogBody className="grid gap-5">
          <WhomList usernames={usernames} />
          <FormFields>
            <SelectField
              form={form}
              name="platform_role_id"
              label="Role"
              options={roleOptions((role) => canGiveRole(actor, role))}
            />
            <PickerField
              form={form}
              name="user_group_ids"
              label="Groups"
              isOptional
              isMany
              source={joinableGroupOptions}
              placeholder="Search groups…"
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>
            {usernames.length === 1 ? "Approve" : `Approve ${countOf(usernames.length)}`}
          </SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

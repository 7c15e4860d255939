"use client";

import { z } from "zod";
import { useAttach } from "@/components/access/attachments";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { gatewayOptions } from "@/components/lookup/gateways";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";

const choice = z.object({ gatewayId: z.string().min(1, "Choose a gateway.") });

/** Gives somebody a gateway by no group. */
export function GatewayAttachDialog({
  username,
  onClose,
}: {
  username: string;
  onClose: () => void;
}) {
  const attach = useAttach();
  const form = useZodForm(choice, { defaultValues: { gatewayId: "" } });
  return (
    <Dialog
      title={
        <>
          Attach <Name>{username}</Name> to a gateway
        </>
      }
      description="They have it then, whatever their groups give."
      onClose={onClose}
      isLocked={attach.isPending}
    >
      <Form
        form={form}
        onSubmit={async ({ gatewayId }) => {
          await attach.mutateAsync({ username, gatewayId });
          onClose();
          toast.success(
            <>
              <Name>{username}</Name> was attached
            </>,
          );
        }}
      >
        <DialogBody>
          <FormFields>
            <PickerField form={form} name="gatewayId" label="Gateway" source={gatewayOptions} />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Attach</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { leaveFreely } from "@/components/ui/use-leave-guard";
import { networkCreate } from "@/lib/network/schema";
import { paths } from "@/lib/paths";
import { useCreateNetwork } from "./mutations";
import { Ipv4Field, Ipv6Field } from "./network-form";

/** Makes a network, with a group of admins and a group of users. */
export function NetworkCreateDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const create = useCreateNetwork();
  const form = useZodForm(networkCreate, {
    defaultValues: { netid: "", addressrange: "", addressrange6: "" },
  });

  return (
    <Dialog
      title="Add a network"
      description="A group for its users and a group for its admins are made with it."
      onClose={onClose}
      isLocked={create.isPending}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { entity: network } = await create.mutateAsync(values);
          onClose();
          toast.success(
            <>
              <Name>{network.netid}</Name> was added
            </>,
          );
          leaveFreely();
          router.push(paths.network(network.netid));
        }}
      >
        <DialogBody>
          <FormFields>
            <TextField
              form={form}
              name="netid"
              label="Id"
              description="1 to 32 of a–z, 0–9, - and _. It cannot be changed later."
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Ipv4Field form={form} name="addressrange" />
            <Ipv6Field form={form} name="addressrange6" />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add network</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

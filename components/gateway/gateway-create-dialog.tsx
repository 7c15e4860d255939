"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { ChevronDown } from "lucide-react";
import type { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { networkOptions } from "@/components/lookup/networks";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { leaveFreely } from "@/components/ui/use-leave-guard";
import { paths } from "@/lib/paths";
import { emptyGateway, gatewayForm } from "./form-schema";
import { GatewaySettings, NameField } from "./gateway-fields";
import { useCreateGateway } from "./mutations";

/** Makes a gateway from a name and a network; the rest can wait for its page. */
export function GatewayCreateDialog({
  network = "",
  onClose,
}: {
  /** Where it is known already. */
  network?: string;
  onClose: () => void;
}) {
  const router = useRouter();
  const create = useCreateGateway();
  const [isMore, setIsMore] = useState(false);
  const form = useZodForm(gatewayForm, { defaultValues: { ...emptyGateway, network } });

  async function handleSubmit(values: z.output<typeof gatewayForm>) {
    const { entity: gateway } = await create.mutateAsync(values);
    onClose();
    toast.success(
      <>
        <Name>{gateway.gw_name}</Name> was added
      </>,
    );
    leaveFreely();
    router.push(paths.gateway(gateway.id));
  }

  return (
    <Dialog
      title={
        network === "" ? (
          "Add a gateway"
        ) : (
          <>
            Add a gateway to <Name>{network}</Name>
          </>
        )
      }
      description="A WireGuard server that devices connect to. Only name and network are needed now."
      onClose={onClose}
      isLocked={create.isPending}
    >
      <Form form={form} onSubmit={handleSubmit}>
        <DialogBody>
          <FormFields>
            <NameField form={form} />
            {network === "" && (
              <PickerField
                form={form}
                name="network"
                label="Network"
                description="It cannot be changed later."
                source={networkOptions}
                placeholder="Search networks"
              />
            )}
            {isMore ? (
              <div ref={focusFirst} className="grid gap-5">
                <GatewaySettings form={form} />
              </div>
            ) : (
              <div>
                <Button
                  variant="ghost"
                  className="-ms-3"
                  icon={<ChevronDown />}
                  onClick={() => {
                    setIsMore(true);
                  }}
                >
                  More
                </Button>
              </div>
            )}
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton>Add gateway</SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

/** The button that showed the fields is gone. */
function focusFirst(fields: HTMLElement | null) {
  fields?.querySelector<HTMLElement>("select, input, textarea")?.focus();
}

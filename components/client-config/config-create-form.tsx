"use client";

import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { useActor } from "@/components/base/actor-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { gatewayOptionsOf } from "@/components/lookup/gateways";
import { networkDetailQuery, networkOptions } from "@/components/lookup/networks";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { userOptions } from "@/components/user/user-options";
import { clientConfigCreate } from "@/lib/client-config/schema";
import { can } from "@/lib/permissions";
import { AddressField } from "./address-field";
import { KeyField } from "./key-field";

const newConfig = clientConfigCreate
  .pick({
    network: true,
    ingressgatewayid: true,
    publickey: true,
    address: true,
    address6: true,
    device_name: true,
  })
  .required()
  .extend({ ownerid: clientConfigCreate.shape.ownerid.unwrap() });
type NewConfig = z.output<typeof newConfig>;

/** Whose it will be, where it will be, and what is known of its device. */
export function ConfigCreateForm({
  place,
  owner,
  onSubmit,
}: {
  /** Empty where it is chosen here. */
  place: { network: string; gateway: string };
  owner: string | undefined;
  onSubmit: (config: NewConfig) => Promise<void>;
}) {
  const form = useZodForm(newConfig, {
    defaultValues: {
      ownerid: owner ?? "",
      network: place.network,
      ingressgatewayid: place.gateway,
      device_name: "",
      publickey: "",
      address: "",
      address6: "",
    },
  });
  const network = useWatch({ control: form.control, name: "network" });
  // Another network has other gateways.
  const { resetField } = form;
  useEffect(() => {
    resetField("ingressgatewayid");
  }, [network, resetField]);

  return (
    <Form form={form} onSubmit={onSubmit}>
      <DialogBody>
        <FormFields>
          {owner === undefined && <OwnerField form={form} />}
          {place.network === "" && (
            <PickerField
              form={form}
              name="network"
              label="Network"
              source={networkOptions}
              placeholder="Search networks"
            />
          )}
          {place.gateway === "" && network !== "" && (
            <PickerField
              key={network}
              form={form}
              name="ingressgatewayid"
              label="Gateway"
              source={gatewayOptionsOf(network)}
              placeholder="Search gateways of the network"
            />
          )}
          <TextField
            form={form}
            name="device_name"
            label="Device name"
            isOptional
            autoComplete="off"
          />
          <KeyField form={form} name="publickey" />
          <AddressFields form={form} netid={network} />
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton>Add client config</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

type NewConfigForm = ReturnType<typeof useZodForm<z.input<typeof newConfig>, NewConfig>>;

/** Network admins find nobody by a part of their name. */
function OwnerField({ form }: { form: NewConfigForm }) {
  if (can(useActor(), "users:list")) {
    return (
      <PickerField
        form={form}
        name="ownerid"
        label="Owner"
        description="Somebody who has the gateway. Empty, it belongs to nobody."
        isOptional
        source={userOptions}
        placeholder="Search name or username"
      />
    );
  }
  return (
    <TextField
      form={form}
      name="ownerid"
      label="Owner"
      description="The username of a service user who has the gateway, or yours. Empty, it belongs to nobody."
      isOptional
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

/** For each range of the network. */
function AddressFields({ form, netid }: { form: NewConfigForm; netid: string }) {
  const { data } = useQuery({ ...networkDetailQuery(netid), enabled: netid !== "" });
  if (!data) return null;
  const { addressrange, addressrange6 } = data.entity;
  return (
    <>
      {addressrange !== "" && (
        <AddressField
          form={form}
          name="address"
          label="IPv4 address"
          description={hintFor(addressrange)}
        />
      )}
      {addressrange6 !== "" && (
        <AddressField
          form={form}
          name="address6"
          label="IPv6 address"
          description={hintFor(addressrange6)}
        />
      )}
    </>
  );
}

function hintFor(range: string): string {
  return `In ${range}. Empty, it gets the next free one.`;
}

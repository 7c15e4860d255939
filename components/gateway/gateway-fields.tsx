"use client";

import type { ReactNode } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { z } from "zod";
import { FormFields } from "@/components/form/form-actions";
import { NumberField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import type { ZodForm } from "@/components/form/use-zod-form";
import type { gatewayForm, GatewayFormInput } from "./form-schema";
import { keyWords } from "./form-schema";
import { statusOptions } from "./gateway-words";
import { NameserversField } from "./nameservers-field";

export type GatewayZodForm = ZodForm<GatewayFormInput, z.output<typeof gatewayForm>>;

interface Props {
  form: GatewayZodForm;
}

/** What is typed as it is: no browser helps with it. */
const exact = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;

export function NameField({ form }: Props) {
  return <TextField form={form} name="gw_name" label="Name" autoComplete="off" />;
}

/** Everything but the name and the network; nothing of it is required. */
export function GatewaySettings({ form }: Props) {
  return (
    <>
      <Part title="Connection">
        <SelectField form={form} name="status" label="Status" options={statusOptions} />
        <PublicKeyField form={form} />
        <TextField
          form={form}
          name="allowed_endpoints"
          label="Endpoints"
          description="IP addresses or host names by which devices reach it, without the port, one on each line. The first one stands in the files for devices."
          isOptional
          rows={2}
          placeholder="vpn.example.com"
        />
        <NumberField
          form={form}
          name="gw_listen_port"
          label="Listen port"
          unit="UDP"
          description="51821 unless the server listens elsewhere."
        />
        <TextField
          form={form}
          name="addresses"
          label="Addresses"
          description="Its own in the network, with the length of the prefix, one on each line."
          isOptional
          rows={2}
          placeholder="10.20.0.1/16"
        />
        <SwitchField
          form={form}
          name="is_internet_gateway"
          label="Way to the internet"
          description="Devices send all their traffic through it, not only what is for the network."
        />
      </Part>
      <Part title="DNS">
        <TextField
          form={form}
          name="dns_address"
          label="DNS address"
          description="Where devices ask for names while they are connected."
          isOptional
          placeholder="10.20.0.53"
          {...exact}
        />
        <SwitchField
          form={form}
          name="manage_dns"
          label="Manages DNS"
          description="Clients let it set how they look up names."
        />
        <TextField
          form={form}
          name="match_domains"
          label="Match domains"
          description="Names that are looked up through it, one on each line."
          isOptional
          rows={2}
          placeholder="corp.example"
        />
        <TextField
          form={form}
          name="search_domains"
          label="Search domains"
          description="What is added to short names, one on each line."
          isOptional
          rows={2}
          placeholder="corp.example"
        />
        <NameserversField form={form} />
      </Part>
      <div className="border-t border-line pt-5">
        <TextField form={form} name="metadata" label="Notes" isOptional rows={3} />
      </div>
    </>
  );
}

/** Fields that belong together, under a heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 w-full border-t border-line pt-5 font-semibold">{title}</legend>
      <FormFields>{children}</FormFields>
    </fieldset>
  );
}

function PublicKeyField({ form }: Props) {
  const typed = useWatch({ control: form.control, name: "gw_peer_public_key" });
  const { invalid } = form.getFieldState(
    "gw_peer_public_key",
    useFormState({ control: form.control, name: "gw_peer_public_key" }),
  );
  return (
    <div>
      <TextField
        form={form}
        name="gw_peer_public_key"
        label="Public key"
        description="What “wg pubkey” prints on the server: 44 characters. Without it no device can be set up."
        isOptional
        {...exact}
      />
      <p role="status" className="mt-1.5 text-sm text-ink-2 empty:hidden">
        {invalid ? null : keyWords(typed)}
      </p>
    </div>
  );
}

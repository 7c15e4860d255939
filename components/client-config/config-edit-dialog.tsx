"use client";

import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { FormConflict } from "@/components/form/form-conflict";
import type { FieldWords } from "@/components/form/conflict";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { clientConfig, clientConfigUpdate, type ClientConfig } from "@/lib/client-config/schema";
import type { Versioned } from "@/lib/errors";
import { AddressField } from "./address-field";
import { nameOf } from "./config-words";
import { KeyField } from "./key-field";
import { useUpdateConfig } from "./mutations";

const edited = clientConfigUpdate.pick({
  device_name: true,
  os: true,
  publickey: true,
  address: true,
  address6: true,
  dns: true,
  enabled: true,
});

/** Edits what of a client config is not fixed. */
export function ConfigEditDialog({
  latest,
  onClose,
}: {
  latest: Versioned<ClientConfig>;
  onClose: () => void;
}) {
  const update = useUpdateConfig({ isShownInPlace: true });
  const edit = useVersionedForm({
    latest,
    entitySchema: clientConfig,
    schema: edited,
    valuesOf: ({ device_name, os, publickey, address, address6, dns, enabled }: ClientConfig) => ({
      device_name,
      os,
      publickey,
      address,
      address6,
      dns,
      enabled,
    }),
  });
  const { form, base, theirs, ifMatch } = edit;

  return (
    <Dialog
      title={
        <>
          Edit <Name>{nameOf(base)}</Name>
        </>
      }
      description="Its id, owner, network and gateway stay as they are."
      onClose={onClose}
      isLocked={update.isPending}
    >
      <Form
        form={form}
        onError={edit.handleConflict}
        onSubmit={async (values) => {
          const change = dirtyValues(form, values);
          await update.mutateAsync({ id: base.clientid, change, ifMatch });
          onClose();
          toast.success("Client config saved");
        }}
      >
        <DialogBody>
          <FormFields>
            {theirs && (
              <FormConflict
                title="Someone changed this client config while you were editing"
                fields={configFields}
                before={base}
                now={theirs}
                typed={edit.typed()}
                hidden="Something not shown here."
              />
            )}
            <TextField
              form={form}
              name="device_name"
              label="Device name"
              isOptional
              autoComplete="off"
            />
            <TextField
              form={form}
              name="os"
              label="Operating system"
              isOptional
              autoComplete="off"
            />
            <KeyField form={form} name="publickey" />
            <AddressField
              form={form}
              name="address"
              label="IPv4 address"
              description="Empty, it stays as it is."
            />
            <AddressField
              form={form}
              name="address6"
              label="IPv6 address"
              description="Empty, it stays as it is."
            />
            <TextField
              form={form}
              name="dns"
              label="DNS"
              description="The address of the name server that the device asks."
              isOptional
              autoComplete="off"
              spellCheck={false}
            />
            <SwitchField
              form={form}
              name="enabled"
              label="On"
              description="Off, the device cannot connect."
            />
          </FormFields>
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <VersionedFormActions edit={edit} />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

const configFields: readonly FieldWords<ClientConfig>[] = [
  { key: "device_name", label: "Device name", words: (config) => orNone(config.device_name) },
  { key: "os", label: "Operating system", words: (config) => orNone(config.os) },
  { key: "publickey", label: "Public key", words: (config) => orNone(config.publickey) },
  { key: "address", label: "IPv4 address", words: (config) => orNone(config.address) },
  { key: "address6", label: "IPv6 address", words: (config) => orNone(config.address6) },
  { key: "dns", label: "DNS", words: (config) => orNone(config.dns) },
  { key: "enabled", label: "State", words: ({ enabled }) => (enabled ? "On" : "Off") },
];

function orNone(text: string | undefined): string {
  return text === undefined || text === "" ? "none" : text;
}

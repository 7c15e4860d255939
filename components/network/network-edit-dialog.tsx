"use client";

import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { FormConflict } from "@/components/form/form-conflict";
import type { FieldWords } from "@/components/form/conflict";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { Versioned } from "@/lib/errors";
import { network as networkSchema, networkUpdate, type Network } from "@/lib/network/schema";
import { useUpdateNetwork } from "./mutations";
import { Ipv4Field, Ipv6Field } from "./network-form";

const ranges = networkUpdate.pick({ addressrange: true, addressrange6: true });

/** Edits the ranges of a network. */
export function NetworkEditDialog({
  latest,
  onClose,
}: {
  latest: Versioned<Network>;
  onClose: () => void;
}) {
  const update = useUpdateNetwork();
  const edit = useVersionedForm({
    latest,
    entitySchema: networkSchema,
    schema: ranges,
    valuesOf: ({ addressrange, addressrange6 }: Network) => ({ addressrange, addressrange6 }),
  });
  const { form, base, theirs, ifMatch } = edit;

  return (
    <Dialog
      title={
        <>
          Edit <Name>{base.netid}</Name>
        </>
      }
      onClose={onClose}
      isLocked={update.isPending}
    >
      <Form
        form={form}
        onError={edit.handleConflict}
        onSubmit={async (values) => {
          const change = dirtyValues(form, values);
          await update.mutateAsync({ netid: base.netid, change, ifMatch });
          onClose();
          toast.success("Network saved");
        }}
      >
        <DialogBody>
          <FormFields>
            {theirs && (
              <FormConflict
                title="Someone changed this network while you were editing"
                fields={networkFields}
                before={base}
                now={theirs}
                typed={edit.typed()}
                hidden="Something not shown here."
              />
            )}
            <Ipv4Field form={form} name="addressrange" />
            <Ipv6Field form={form} name="addressrange6" />
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

const networkFields: readonly FieldWords<Network>[] = [
  { key: "addressrange", label: "IPv4 range", words: ({ addressrange }) => orNone(addressrange) },
  {
    key: "addressrange6",
    label: "IPv6 range",
    words: ({ addressrange6 }) => orNone(addressrange6),
  },
];

function orNone(range: string | undefined): string {
  return range === undefined || range === "" ? "none" : range;
}

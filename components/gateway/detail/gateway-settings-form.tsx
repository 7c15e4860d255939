"use client";

import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { FormConflict } from "@/components/form/form-conflict";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { CardSection } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { gatewayFields } from "@/components/gateway/conflict";
import { gatewayForm, gatewayValuesOf } from "@/components/gateway/form-schema";
import { GatewaySettings, NameField } from "@/components/gateway/gateway-fields";
import { useUpdateGateway } from "@/components/gateway/mutations";
import type { Versioned } from "@/lib/errors";
import { gateway as gatewaySchema, type Gateway } from "@/lib/gateway/schema";

/** Edits all that can be said about a gateway. */
export function GatewaySettingsForm({ latest }: { latest: Versioned<Gateway> }) {
  const update = useUpdateGateway();
  const edit = useVersionedForm({
    latest,
    entitySchema: gatewaySchema,
    schema: gatewayForm,
    valuesOf: gatewayValuesOf,
  });
  const { form, base: gateway, theirs, ifMatch } = edit;

  return (
    <Form
      form={form}
      label="Settings"
      onError={edit.handleConflict}
      onSubmit={async (values) => {
        const change = dirtyValues(form, values);
        const saved = await update.mutateAsync({ id: gateway.id, change, ifMatch });
        edit.settle(saved.entity);
        toast.success("Gateway saved");
      }}
    >
      <CardSection title="Settings" footer={<VersionedFormActions edit={edit} />}>
        <FormFields>
          {theirs && (
            <FormConflict
              title="Someone changed this gateway while you were editing"
              fields={gatewayFields}
              before={gateway}
              now={theirs}
              typed={edit.typed()}
              hidden="Who is attached to it."
            />
          )}
          <NameField form={form} />
          <GatewaySettings form={form} />
        </FormFields>
      </CardSection>
    </Form>
  );
}

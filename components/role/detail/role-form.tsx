"use client";

import { useState } from "react";
import { useController, useWatch } from "react-hook-form";
import { Plus } from "lucide-react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { FormConflict } from "@/components/form/form-conflict";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { useAskedSave } from "@/components/form/use-asked-save";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { CheckboxGrid } from "@/components/grid/checkbox-grid";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { toast } from "@/components/ui/toast";
import { roleFields } from "@/components/role/conflict";
import { useUpdateRole, type RoleChange } from "@/components/role/mutations";
import {
  accessOf,
  gridRows,
  gridValue,
  isRightOfRow,
  rightColumns,
} from "@/components/role/rights-grid";
import { roleSentence } from "@/components/role/role-sentence";
import type { Versioned } from "@/lib/errors";
import { roleCreate, userRole, type UserRole } from "@/lib/role/schema";

const ResourceAddDialog = lazyDialog(
  async () => (await import("@/components/role/resource-add-dialog")).ResourceAddDialog,
);
const RoleSaveDialog = lazyDialog(async () => (await import("./role-save-dialog")).RoleSaveDialog);

const schema = roleCreate
  .pick({ name: true, meta_data: true })
  .extend({ full_access: z.boolean(), rights: z.record(z.string(), z.array(z.string())) });

/** Edits a role. Who gains and who loses by it is shown before it is saved. */
export function RoleForm({ latest }: { latest: Versioned<UserRole> }) {
  const update = useUpdateRole();
  const edit = useVersionedForm({ latest, entitySchema: userRole, schema, valuesOf });
  const { form, base: role, theirs, ifMatch } = edit;
  const { field } = useController({ control: form.control, name: "rights" });
  const isFull = useWatch({ control: form.control, name: "full_access" });
  const [isAdding, setIsAdding] = useState(false);
  const access = accessOf(field.value);

  const { asked, ask, close, confirm } = useAskedSave<RoleChange>({
    handleConflict: edit.handleConflict,
    save: async (change) => {
      const saved = await update.mutateAsync({ id: role.id, change, ifMatch });
      edit.settle(saved.entity);
      toast.success("Role saved");
    },
  });

  return (
    <>
      <Form
        form={form}
        label="Role"
        onSubmit={(values) => {
          update.reset();
          ask(changeOf(role, values));
          return undefined;
        }}
      >
        <CardSection
          title="Rights"
          description={roleSentence({
            full_access: isFull,
            network_id: role.network_id,
            network_level_access: access,
          })}
          footer={<VersionedFormActions edit={edit} saveLabel="Review and save" />}
        >
          <FormFields>
            {theirs && (
              <FormConflict
                title="Someone changed this role while you were editing"
                fields={roleFields}
                before={role}
                now={theirs}
                typed={changeOf(role, form.getValues())}
                hidden="Something not shown here."
              />
            )}
            <TextField form={form} name="name" label="Name" autoComplete="off" />
            <TextField form={form} name="meta_data" label="Notes" isOptional rows={2} />
            <SwitchField
              form={form}
              name="full_access"
              label="Full access"
              description="Everything on the network. Platform users who have it administer the network and its people."
            />
            {!isFull && (
              <div className="grid gap-2">
                <CheckboxGrid
                  label="Rights"
                  rowsLabel="On"
                  rows={gridRows(access)}
                  columns={rightColumns}
                  value={field.value}
                  isAvailable={isRightOfRow}
                  onChange={(value) => {
                    field.onChange(gridValue(accessOf(value)));
                  }}
                />
                <p className="text-sm text-ink-3">
                  Arrow keys move between the boxes. Whoever may connect through a gateway also has
                  the device configs of their own.
                </p>
                <Button
                  size="sm"
                  variant="ghost"
                  icon={<Plus />}
                  className="justify-self-start"
                  onClick={() => {
                    setIsAdding(true);
                  }}
                >
                  Add a single resource
                </Button>
              </div>
            )}
          </FormFields>
        </CardSection>
      </Form>
      {isAdding && (
        <ResourceAddDialog
          onAdd={(row) => {
            field.onChange({ ...field.value, [row]: field.value[row] ?? ["read"] });
          }}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
      {asked && (
        <RoleSaveDialog
          role={role}
          change={asked}
          isPending={update.isPending}
          error={update.error?.message ?? null}
          onConfirm={() => void confirm(asked)}
          onClose={close}
        />
      )}
    </>
  );
}

function valuesOf({ name, meta_data, full_access, network_level_access }: UserRole) {
  return { name, meta_data, full_access, rights: { ...gridValue(network_level_access) } };
}

/** Only what is different. */
function changeOf(role: UserRole, values: Partial<z.input<typeof schema>>): RoleChange {
  const { rights, ...rest } = values;
  const wanted = { ...rest, network_level_access: accessOf(rights ?? {}) };
  const before = { ...role, network_level_access: accessOf(gridValue(role.network_level_access)) };
  const change: RoleChange = {};
  if (wanted.name !== undefined && wanted.name !== before.name) change.name = wanted.name;
  if (wanted.meta_data !== undefined && wanted.meta_data !== before.meta_data) {
    change.meta_data = wanted.meta_data;
  }
  if (wanted.full_access !== undefined && wanted.full_access !== before.full_access) {
    change.full_access = wanted.full_access;
  }
  if (
    JSON.stringify(gridEntries(wanted.network_level_access)) !==
    JSON.stringify(gridEntries(before.network_level_access))
  ) {
    change.network_level_access = wanted.network_level_access;
  }
  return change;
}

/** In one order, so that the same rights compare as the same. */
function gridEntries(access: UserRole["network_level_access"]) {
  return Object.entries(gridValue(access)).sort(([a], [b]) => (a < b ? -1 : 1));
}

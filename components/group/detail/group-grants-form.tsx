"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Plus } from "lucide-react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { useAskedSave } from "@/components/form/use-asked-save";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { toast } from "@/components/ui/toast";
import { GroupConflict } from "@/components/group/group-conflict";
import { grantsOf, networkRolesOf, withGrant, withoutGrant } from "@/components/group/grants";
import { useUpdateGroup } from "@/components/group/mutations";
import type { Versioned } from "@/lib/errors";
import { userGroup, type UserGroup } from "@/lib/group/schema";
import { GrantRows } from "./grant-rows";

const GrantAddDialog = lazyDialog(
  async () => (await import("@/components/group/grant-add-dialog")).GrantAddDialog,
);
const GrantsSaveDialog = lazyDialog(
  async () => (await import("./grants-save-dialog")).GrantsSaveDialog,
);

const schema = z.object({
  grants: z.array(z.object({ network_id: z.string(), role_id: z.string() })),
});

/** Edits what a group grants. Who gains and who loses is shown before it is saved. */
export function GroupGrantsForm({ latest }: { latest: Versioned<UserGroup> }) {
  const update = useUpdateGroup();
  const edit = useVersionedForm({ latest, entitySchema: userGroup, schema, valuesOf });
  const { form, base: group, theirs, ifMatch, isDirty } = edit;
  const { field } = useController({ control: form.control, name: "grants" });
  const [isAdding, setIsAdding] = useState(false);
  const typed = isDirty ? { network_roles: networkRolesOf(field.value) } : {};

  const { asked, ask, close, confirm } = useAskedSave<UserGroup["network_roles"]>({
    handleConflict: edit.handleConflict,
    save: async (grants) => {
      const change = { network_roles: grants };
      const saved = await update.mutateAsync({ id: group.id, change, ifMatch });
      edit.settle(saved.entity);
      toast.success("Access saved");
    },
  });

  return (
    <>
      <Form
        form={form}
        label="Access"
        onSubmit={({ grants }) => {
          update.reset();
          ask(networkRolesOf(grants));
          return undefined;
        }}
      >
        <CardSection
          title="Access"
          description="The networks that members reach, and what they may do there."
          actions={
            <Button
              icon={<Plus />}
              onPointerEnter={GrantAddDialog.preload}
              onFocus={GrantAddDialog.preload}
              onClick={() => {
                setIsAdding(true);
              }}
            >
              Give access
            </Button>
          }
          footer={<VersionedFormActions edit={edit} saveLabel="Review and save" />}
        >
          <FormFields>
            {theirs && <GroupConflict before={group} now={theirs} typed={typed} />}
            <GrantRows
              grants={field.value}
              onRemove={(grant) => {
                field.onChange(withoutGrant(field.value, grant));
              }}
            />
          </FormFields>
        </CardSection>
      </Form>
      {isAdding && (
        <GrantAddDialog
          grants={field.value}
          onAdd={(grant) => {
            field.onChange(withGrant(field.value, grant));
          }}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
      {asked && (
        <GrantsSaveDialog
          group={group}
          grants={asked}
          isPending={update.isPending}
          error={update.error?.message ?? null}
          onConfirm={() => void confirm(asked)}
          onClose={close}
        />
      )}
    </>
  );
}

function valuesOf(group: UserGroup) {
  return { grants: grantsOf(group) };
}

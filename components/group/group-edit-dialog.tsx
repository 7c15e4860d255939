"use client";

import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormFields } from "@/components/form/form-actions";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { Versioned } from "@/lib/errors";
import { userGroup, type UserGroup } from "@/lib/group/schema";
import { GroupConflict } from "./group-conflict";
import { GroupFields, groupForm, groupValuesOf } from "./group-form";
import { useUpdateGroup } from "./mutations";

/** Edits what a group is called and noted with. */
export function GroupEditDialog({
  latest,
  onClose,
}: {
  latest: Versioned<UserGroup>;
  onClose: () => void;
}) {
  const update = useUpdateGroup();
  const edit = useVersionedForm({
    latest,
    entitySchema: userGroup,
    schema: groupForm,
    valuesOf: groupValuesOf,
  });
  const { form, base: group, theirs, ifMatch } = edit;

  return (
    <Dialog
      title={
        <>
          Edit <Name>{group.name}</Name>
        </>
      }
      onClose={onClose}
      isLocked={update.isPending}
    >
      <Form
        form={form}
        onError={edit.handleConflict}
        onSubmit={async (values) => {
          await update.mutateAsync({ id: group.id, change: dirtyValues(form, values), ifMatch });
          onClose();
          toast.success("Group saved");
        }}
      >
        <DialogBody>
          <FormFields>
            {theirs && <GroupConflict before={group} now={theirs} typed={edit.typed()} />}
            <GroupFields form={form} />
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

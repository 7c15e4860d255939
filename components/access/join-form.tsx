"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { useActor } from "@/components/base/actor-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { useAddMembers } from "@/components/group/mutations";
import { SkippedNotice } from "@/components/group/skipped-notice";
import type { OptionSource } from "@/components/picker/option-source";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { useWhatIf } from "@/components/what-if/use-what-if";
import { WhatIf } from "@/components/what-if/what-if";
import type { Access } from "@/lib/access/schema";
import { can } from "@/lib/permissions";
import type { BulkResult } from "@/lib/user/schema";
import { withGroups } from "./membership";

const choice = z.object({ chosen: z.string().min(1, "Choose one.") });

/** Chooses what somebody joins, and shows what they gain by it before it is done. */
export function JoinForm({
  access,
  label,
  source,
  groupIdOf,
  onClose,
}: {
  access: Access;
  /** "Group". */
  label: string;
  source: OptionSource;
  /** The group that is joined by a choice. */
  groupIdOf: (chosen: string) => string;
  onClose: () => void;
}) {
  const actor = useActor();
  const add = useAddMembers();
  const form = useZodForm(choice, { defaultValues: { chosen: "" } });
  const chosen = useWatch({ control: form.control, name: "chosen" });
  const isForeseen = chosen !== "" && can(actor, "access:preview");
  const whatIf = useWhatIf(isForeseen ? withGroups(access, { joins: groupIdOf(chosen) }) : null);
  const [skipped, setSkipped] = useState<BulkResult["skipped"]>([]);

  if (skipped.length > 0) {
    return <SkippedNotice skipped={skipped} title="Nothing was changed" onClose={onClose} />;
  }
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const usernames = [access.username];
        const result = await add.mutateAsync({ groupId: groupIdOf(values.chosen), usernames });
        if (result.skipped.length > 0) {
          setSkipped(result.skipped);
          return;
        }
        onClose();
        toast.success(
          <>
            <Name>{access.username}</Name> was added
          </>,
        );
      }}
    >
      <DialogBody>
        <FormFields>
          <PickerField form={form} name="chosen" label={label} source={source} />
          {isForeseen && <WhatIf whatIf={whatIf} />}
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton>Add</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

"use client";

import { useWatch } from "react-hook-form";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { userOptions } from "@/components/user/user-options";
import { formatCount } from "@/lib/format";
import { JoiningWhatIf } from "./moving-what-if";

const people = z.object({
  usernames: z.array(z.string()).min(1, "Choose at least one person."),
});

/** Finds people one by one. */
export function MembersSearch({
  groupId,
  onAdd,
}: {
  groupId: string;
  onAdd: (usernames: readonly string[]) => Promise<void>;
}) {
  const form = useZodForm(people, { defaultValues: { usernames: [] } });
  const usernames = useWatch({ control: form.control, name: "usernames" });
  const count = usernames.length;
  return (
    <Form form={form} onSubmit={({ usernames }) => onAdd(usernames)}>
      <DialogBody>
        <FormFields>
          <PickerField
            form={form}
            name="usernames"
            label="People"
            source={userOptions}
            isMany
            isFirst
            placeholder="Search name or username"
          />
          <JoiningWhatIf groupId={groupId} usernames={usernames} />
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton>
          {count === 0 ? "Add people" : `Add ${formatCount(count, "person", "people")}`}
        </SubmitButton>
      </DialogFooter>
    </Form>
  );
}

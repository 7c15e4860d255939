"use client";

import { useState } from "react";
import { flushSync } from "react-dom";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { callUsers } from "@/components/user/calls";
import { namesIn } from "@/components/user/names-in";
import type { ResolvedName } from "@/lib/user/schema";
import { MAX_MEMBERS } from "@/lib/group/values";
import { formatNumber } from "@/lib/format";
import { MembersFound } from "./members-found";

const pasted = z.object({
  names: z
    .string()
    .refine((text) => namesIn(text).length > 0, "Paste at least one name.")
    .refine(
      (text) => namesIn(text).length <= MAX_MEMBERS,
      `Paste at most ${formatNumber(MAX_MEMBERS)} names.`,
    ),
});

/** Takes names, usernames and addresses as they are pasted, and shows who was meant before anybody is added. */
export function MembersPaste({
  groupId,
  onAdd,
}: {
  groupId: string;
  onAdd: (usernames: readonly string[]) => Promise<void>;
}) {
  const form = useZodForm(pasted, { defaultValues: { names: "" } });
  const [found, setFound] = useState<readonly ResolvedName[] | null>(null);

  if (found) {
    return (
      <MembersFound
        groupId={groupId}
        found={found}
        onAdd={onAdd}
        onBack={() => {
          flushSync(() => {
            setFound(null);
          });
          form.setFocus("names");
        }}
      />
    );
  }
  return (
    <Form
      form={form}
      onSubmit={async ({ names }) => {
        setFound(await callUsers("resolve", { body: { names: namesIn(names) } }));
      }}
    >
      <DialogBody>
        <FormFields>
          <TextField
            form={form}
            name="names"
            label="Names, usernames or e-mail addresses"
            description="One on each line, or with commas between them."
            rows={6}
          />
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <SubmitButton>Find these people</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { useAddMembers } from "@/components/group/mutations";
import type { OptionSource } from "@/components/picker/option-source";
import { SkippedNotice } from "@/components/group/skipped-notice";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { callUsers } from "@/components/user/calls";
import { userKeys } from "@/components/user/queries";
import { formatCount } from "@/lib/format";
import { networkGroup } from "@/lib/group/built-in";
import type { BulkResult } from "@/lib/user/schema";

const people = z.object({
  usernames: z.array(z.string()).min(1, "Choose at least one service user."),
});

/** Lets service users into a network who do not reach it yet. */
export function PeopleAddDialog({ netid, onClose }: { netid: string; onClose: () => void }) {
  const add = useAddMembers();
  const form = useZodForm(people, { defaultValues: { usernames: [] } });
  const count = useWatch({ control: form.control, name: "usernames" }).length;
  const [source] = useState(() => unassignedOptions(netid));
  const [skipped, setSkipped] = useState<BulkResult["skipped"]>([]);
  const { id, name } = networkGroup(netid, "user");

  return (
    <Dialog
      title={
        <>
          Add service users to <Name>{netid}</Name>
        </>
      }
      description={
        <>
          They join <Name>{name}</Name>. Everyone else gets access by other groups.
        </>
      }
      onClose={onClose}
      isLocked={add.isPending}
    >
      {skipped.length > 0 ? (
        <SkippedNotice skipped={skipped} title="These people were not added" onClose={onClose} />
      ) : (
        <Form
          form={form}
          onSubmit={async ({ usernames }) => {
            const result = await add.mutateAsync({ groupId: id, usernames });
            if (result.done.length > 0) {
              toast.success(
                <>
                  {formatCount(result.done.length, "service user")} added to <Name>{netid}</Name>
                </>,
              );
            }
            if (result.skipped.length === 0) onClose();
            else setSkipped(result.skipped);
          }}
        >
          <DialogBody>
            <FormFields>
              <PickerField
                form={form}
                name="usernames"
                label="Service users"
                source={source}
                isMany
                placeholder="Search name or username"
              />
            </FormFields>
          </DialogBody>
          <DialogFooter>
            <DialogCancel />
            <SubmitButton>
              {count === 0 ? "Add service users" : `Add ${formatCount(count, "service user")}`}
            </SubmitButton>
          </DialogFooter>
        </Form>
      )}
    </Dialog>
  );
}

const PER_SEARCH = 10;

/** Service users who reach the network by no group. */
function unassignedOptions(netid: string): OptionSource {
  return {
    key: [...userKeys.all, "unassigned", netid],
    noun: "service users",
    search: async (text, signal) => {
      const query = { page: "1", per_page: String(PER_SEARCH), network_id: netid, q: text };
      const page = await callUsers("pageUnassigned", { query, signal });
      return {
        options: page.data.map(({ username, display_name: name }) => ({
          value: username,
          label: username,
          detail: name,
        })),
        isMore: page.total > page.data.length,
      };
    },
  };
}

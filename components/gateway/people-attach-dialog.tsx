"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { useActor } from "@/components/base/actor-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { SkippedNotice } from "@/components/group/skipped-notice";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { formatCount } from "@/lib/format";
import type { Gateway } from "@/lib/gateway/schema";
import { can } from "@/lib/permissions";
import type { BulkResult } from "@/lib/user/schema";
import { attachableOptions } from "./attachable-options";
import { useAttachPeople } from "./mutations";

const people = z.object({
  usernames: z.array(z.string()).min(1, "Choose at least one person."),
});

/** Gives people a gateway by no group. */
export function PeopleAttachDialog({
  gateway: { id, gw_name: gatewayName, network },
  onClose,
}: {
  gateway: Gateway;
  onClose: () => void;
}) {
  const actor = useActor();
  const attach = useAttachPeople();
  const form = useZodForm(people, { defaultValues: { usernames: [] } });
  const count = useWatch({ control: form.control, name: "usernames" }).length;
  const [source] = useState(() => attachableOptions(actor, network));
  const [skipped, setSkipped] = useState<BulkResult["skipped"]>([]);

  return (
    <Dialog
      title={
        <>
          Attach people to <Name>{gatewayName}</Name>
        </>
      }
      description={
        can(actor, "users:list")
          ? "They have this gateway whatever their groups give. Administrators have every gateway already."
          : "Service users have this gateway then, whatever their groups give."
      }
      onClose={onClose}
      isLocked={attach.isPending}
    >
      {skipped.length > 0 ? (
        <SkippedNotice skipped={skipped} title="These people were not attached" onClose={onClose} />
      ) : (
        <Form
          form={form}
          onSubmit={async ({ usernames }) => {
            const result = await attach.mutateAsync({ gatewayId: id, usernames });
            if (result.done.length > 0) {
              toast.success(
                <>
                  {formatCount(result.done.length, "person", "people")} attached to{" "}
                  <Name>{gatewayName}</Name>
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
                label="People"
                source={source}
                isMany
                placeholder="Search name or username"
              />
            </FormFields>
          </DialogBody>
          <DialogFooter>
            <DialogCancel />
            <SubmitButton>
              {count === 0 ? "Attach people" : `Attach ${formatCount(count, "person", "people")}`}
            </SubmitButton>
          </DialogFooter>
        </Form>
      )}
    </Dialog>
  );
}

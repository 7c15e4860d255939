"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { usePlainForm } from "@/components/form/use-plain-form";
import { useIsMailConfigured } from "@/components/invite/no-mail-callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { MAX_REASON } from "@/lib/pending-user/values";
import { useRejectPendingUsers } from "./mutations";
import { SkippedOutcome } from "./skipped-outcome";
import { WhomList, whomText } from "./whom";
import { countOf } from "./words";

/** Turns one or many away, with a reason or without. */
export function PendingUsersRejectDialog({
  usernames,
  onDone,
  onClose,
}: {
  usernames: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const isMailed = useIsMailConfigured();
  const reject = useRejectPendingUsers();
  const form = usePlainForm<{ reason: string }>({ defaultValues: { reason: "" } });

  async function handleSubmit({ reason }: { reason: string }) {
    // It is one line where it is stored.
    const told = reason.trim().replace(/\s+/g, " ");
    const { done, skipped } = await reject.mutateAsync({ usernames, reason: told });
    onDone();
    if (skipped.length > 0) return;
    onClose();
    toast.success(`${countOf(done)} rejected`);
  }

  if (reject.data && reject.data.skipped.length > 0) {
    return <SkippedOutcome {...reject.data} what="rejected" onClose={onClose} />;
  }
  return (
    <Dialog
      title={<>Reject {whomText(usernames)}?</>}
      description={
        isMailed
          ? "They are told so by mail, and can ask again."
          : "This server sends no mail: nobody tells them. They can ask again."
      }
      isLocked={reject.isPending}
      onClose={onClose}
    >
      <Form form={form} onSubmit={handleSubmit}>
        <DialogBody className="grid gap-5">
          <WhomList usernames={usernames} />
          <TextField
            form={form}
            name="reason"
            label="Reason"
            description={
              isMailed ? "Stands in the mail and in the audit log." : "Stands in the audit log."
            }
            isOptional
            rows={3}
            maxLength={MAX_REASON}
          />
        </DialogBody>
        <DialogFooter>
          <DialogCancel />
          <SubmitButton variant="danger">
            {usernames.length === 1 ? "Reject" : `Reject ${countOf(usernames.length)}`}
          </SubmitButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}

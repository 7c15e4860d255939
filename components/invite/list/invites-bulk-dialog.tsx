"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { isForeseen, planOf, planRefusal } from "@/components/bulk/plan";
import { PlanLists, PlanSkeleton, SkippedLists } from "@/components/bulk/plan-lists";
import { inviteBulkPreviewQuery, type InviteBulkAction } from "@/components/invite/bulk";
import { InviteLinks } from "@/components/invite/invite-links";
import { useBulkInvites } from "@/components/invite/mutations";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { formatCount, formatNumber } from "@/lib/format";
import type { UserInvite } from "@/lib/invite/schema";
import type { BulkResult } from "@/lib/user/schema";

/** From here on revoking asks for the number to be typed. */
const MANY = 10;

/** Says what would be done and what not, and why; does it; shows new links, and what went otherwise. */
export function InvitesBulkDialog({
  action,
  emails,
  onDone,
  onClose,
}: {
  action: InviteBulkAction;
  emails: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const preview = useQuery(inviteBulkPreviewQuery({ action, emails }));
  const [renewed, setRenewed] = useState<readonly UserInvite[] | null>(null);
  const bulk = useBulkInvites(setRenewed);
  const texts = bulkTexts[action];
  const plan = preview.data && planOf(preview.data, () => false);
  const count = plan?.changing.length ?? 0;

  function handleDone({ done, skipped }: BulkResult) {
    onDone();
    // What was skipped was said before; only the rest needs a look, and new links.
    if (action === "new-link" || !isForeseen(plan, skipped)) return;
    onClose();
    toast.success(`${countOf(done.length)} ${texts.done}`, {
      description: skipped.length > 0 && `${formatNumber(skipped.length)} skipped.`,
    });
  }

  if (renewed) {
    return (
      <Dialog title="New links" onClose={onClose}>
        <InviteLinks
          rows={renewed.map((invite) => ({ ...invite, status: "renewed" }))}
          note={
            renewed.length === 0
              ? "The new links could not be shown. Copy them from the list."
              : null
          }
        />
      </Dialog>
    );
  }
  if (bulk.data) {
    return (
      <Dialog title={`${countOf(bulk.data.done.length)} ${texts.done}`} onClose={onClose}>
        <DialogBody>
          <SkippedLists skipped={bulk.data.skipped} countOf={countOf} name={nameOf} />
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" data-autofocus onClick={onClose}>
            Close
          </Button>
        </DialogFooter>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={`${texts.question} ${countOf(count === 0 ? emails.length : count)}?`}
      confirmLabel={texts.verb}
      tone={action === "revoke" ? "danger" : "primary"}
      size="md"
      {...(action === "revoke" && count >= MANY && { typeToConfirm: String(count) })}
      isPending={bulk.isPending}
      disabledReason={
        preview.error ? "What will change could not be checked." : planRefusal(plan, texts.done)
      }
      error={bulk.error?.message ?? preview.error?.message ?? null}
      onConfirm={() => {
        bulk.mutate({ action, emails }, { onSuccess: handleDone });
      }}
      onClose={onClose}
    >
      <p>{texts.consequence}</p>
      {plan ? (
        <PlanLists plan={plan} done={texts.done} none="No invite" countOf={countOf} name={nameOf} />
      ) : (
        <PlanSkeleton />
      )}
    </ConfirmDialog>
  );
}

function nameOf(email: string) {
  return <Name>{email}</Name>;
}

function countOf(count: number): string {
  return formatCount(count, "invite");
}

interface BulkTexts {
  question: string;
  verb: string;
  done: string;
  consequence: string;
}

const bulkTexts: Record<InviteBulkAction, BulkTexts> = {
  resend: {
    question: "Send again",
    verb: "Send again",
    done: "sent again",
    consequence: "They get the same mail once more, with the link that they have.",
  },
  "new-link": {
    question: "Make new links for",
    verb: "Make new links",
    done: "given a new link",
    consequence: "The links they have stop working, and the time to accept begins again.",
  },
  revoke: {
    question: "Revoke",
    verb: "Revoke",
    done: "revoked",
    consequence: "Their links stop working immediately. You can invite them again later.",
  },
};

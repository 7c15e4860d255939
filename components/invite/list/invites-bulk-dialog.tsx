"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import {
  BulkConfirmDialog,
  BulkSkippedDialog,
  toastBulk,
  type BulkNoun,
  type BulkTexts,
} from "@/components/bulk/bulk-dialogs";
import { isForeseen, planOf } from "@/components/bulk/plan";
import { inviteBulkPreviewQuery, type InviteBulkAction } from "@/components/invite/bulk";
import { InviteLinks } from "@/components/invite/invite-links";
import { useBulkInvites } from "@/components/invite/mutations";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { formatCount } from "@/lib/format";
import type { UserInvite } from "@/lib/invite/schema";
import type { BulkResult } from "@/lib/user/schema";

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
  const words = { texts: bulkTexts[action], noun, name: nameOf };
  const plan = preview.data && planOf(preview.data, () => false);

  function handleDone(result: BulkResult) {
    onDone();
    // What was skipped was said before; only the rest needs a look, and new links.
    if (action === "new-link" || !isForeseen(plan, result.skipped)) return;
    onClose();
    toastBulk(words, { changed: result.done.length, skipped: result.skipped });
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
    const { done, skipped } = bulk.data;
    return (
      <BulkSkippedDialog {...words} changed={done.length} skipped={skipped} onClose={onClose} />
    );
  }
  return (
    <BulkConfirmDialog
      {...words}
      chosen={emails.length}
      preview={preview}
      plan={plan}
      bulk={bulk}
      onConfirm={() => {
        bulk.mutate({ action, emails }, { onSuccess: handleDone });
      }}
      onClose={onClose}
    />
  );
}

function nameOf(email: string) {
  return <Name>{email}</Name>;
}

const noun: BulkNoun = { countOf: (count) => formatCount(count, "invite"), none: "No invite" };

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
    isDanger: true,
    isFinal: true,
    done: "revoked",
    consequence: "Their links stop working immediately. You can invite them again later.",
  },
};

"use client";

import type { InviteBulkAction } from "@/components/invite/bulk";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import { MAX_INVITES } from "@/lib/invite/values";
import { MAX_BULK } from "@/lib/user/values";

/** What can be done with the selected invites; each opens a dialog that first says what it would do. */
export function InviteBulkButtons({
  count,
  isMailConfigured,
  onBulk,
}: {
  count: number;
  isMailConfigured: boolean;
  onBulk: (action: InviteBulkAction) => void;
}) {
  const tooMany = (max: number) =>
    count > max ? `Select at most ${formatNumber(max)} invites.` : null;
  const noMail = isMailConfigured ? null : "This server sends no mail. Copy the links instead.";
  return (
    <>
      <Button
        disabledReason={noMail ?? tooMany(MAX_INVITES)}
        onClick={() => {
          onBulk("resend");
        }}
      >
        Send again…
      </Button>
      <Button
        disabledReason={tooMany(MAX_INVITES)}
        onClick={() => {
          onBulk("new-link");
        }}
      >
        New links…
      </Button>
      <Button
        variant="danger-quiet"
        disabledReason={tooMany(MAX_BULK)}
        onClick={() => {
          onBulk("revoke");
        }}
      >
        Revoke…
      </Button>
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useRevokeAllInvites } from "@/components/invite/mutations";
import { inviteCountQuery } from "@/components/invite/queries";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { formatCount } from "@/lib/format";

/** Ends all invites, whatever the list shows, once that is typed. */
export function InvitesRevokeAllDialog({
  onDone,
  onClose,
}: {
  onDone: () => void;
  onClose: () => void;
}) {
  const { data: count } = useQuery(inviteCountQuery());
  const revokeAll = useRevokeAllInvites();

  function handleConfirm() {
    revokeAll.mutate(undefined, {
      onSuccess: () => {
        toast.success("All invites were revoked");
        onDone();
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title="Revoke all invites?"
      confirmLabel="Revoke all"
      typeToConfirm="revoke all"
      isPending={revokeAll.isPending}
      disabledReason={count === 0 ? "There are no invites." : null}
      error={revokeAll.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        {count === undefined ? "Every link" : `All ${formatCount(count, "link")}`} stop
        {count === undefined ? "s" : ""} working immediately, also those that the search and the
        filters hide.
      </p>
    </ConfirmDialog>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useClearPendingUsers } from "@/components/pending-user/mutations";
import { pendingUserCountQuery } from "@/components/pending-user/queries";
import { countOf } from "@/components/pending-user/words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

/** Turns all away, whatever the list shows, once that is typed. */
export function PendingUsersClearDialog({
  onDone,
  onClose,
}: {
  onDone: () => void;
  onClose: () => void;
}) {
  const { data: count } = useQuery(pendingUserCountQuery());
  const clear = useClearPendingUsers();

  function handleConfirm() {
    clear.mutate(undefined, {
      onSuccess: () => {
        toast.success("All pending users were rejected");
        onDone();
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title="Reject all pending users?"
      confirmLabel="Reject all"
      typeToConfirm="reject all"
      isPending={clear.isPending}
      disabledReason={count === 0 ? "Nobody waits." : null}
      error={clear.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        {count === undefined ? "Everybody who waits is" : `${countOf(count)} who wait are`} turned
        away without a mail, also those that the search and the filters hide. They can ask again.
      </p>
    </ConfirmDialog>
  );
}

"use client";

import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { LongList } from "@/components/bulk/long-list";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { knownUsers } from "@/components/user/known-users";
import { useResetMfaOfMany } from "@/components/user/mutations";
import { formatCount, formatNumber } from "@/lib/format";
import { KnownUser } from "./known-user";
import { BulkOutcome } from "./users-bulk-outcome";

/** Says whose MFA would be reset, resets it for one after the other, and says for each how it went. */
export function UsersMfaResetDialog({
  usernames,
  onDone,
  onClose,
}: {
  usernames: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [known] = useState(() => knownUsers(client));
  const [count, setCount] = useState(0);
  const reset = useResetMfaOfMany();
  const people = formatCount(usernames.length, "user");

  if (reset.data) {
    const { done } = reset.data;
    return (
      <Dialog title={`MFA of ${formatCount(done.length, "user")} reset`} onClose={onClose}>
        <DialogBody>
          <BulkOutcome
            result={{ ...reset.data, client_configs: 0 }}
            done="MFA reset"
            known={known}
          />
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
      title={`Reset the MFA of ${people}?`}
      confirmLabel={`Reset MFA of ${people}`}
      size="md"
      isPending={reset.isPending}
      error={reset.error?.message ?? null}
      onConfirm={() => {
        setCount(0);
        reset.mutate({ usernames, onProgress: setCount }, { onSuccess: onDone });
      }}
      onClose={onClose}
    >
      <p>
        Authenticator apps, recovery codes and passkeys are removed, and all their sessions end. API
        tokens keep working, and so does single sign-on.
      </p>
      <p>
        Their passwords alone sign them in then. They are told at their next sign-in. Make sure that
        it was really they who asked for this.
      </p>
      <LongList
        label="Whose MFA is reset"
        items={usernames}
        render={(username) => (
          <li key={username} className="px-3 py-1 [overflow-wrap:anywhere]">
            <KnownUser username={username} known={known} />
          </li>
        )}
      />
      <p role="status" className="text-ink-3 empty:hidden">
        {reset.isPending &&
          `${formatNumber(count)} of ${formatNumber(usernames.length)} done. Leave this open.`}
      </p>
    </ConfirmDialog>
  );
}

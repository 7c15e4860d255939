"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { mfaQuery } from "@/components/mfa/queries";
import { sessionQueries } from "@/components/session/queries";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { Passkey } from "@/lib/passkey/schema";
import { useRemovePasskey } from "./mutations";
import { isOnlyWayIn } from "./only-way-in";
import { errorText } from "./passkey-words";

/** Asks before somebody removes a passkey of their own. */
export function PasskeyRemoveDialog({
  username,
  passkey: { id, name },
  isUnusable,
  onClose,
}: {
  username: string;
  passkey: Passkey;
  /** It was made for another address of this server. */
  isUnusable: boolean;
  onClose: () => void;
}) {
  const remove = useRemovePasskey(username);
  const { role } = useActor();
  const { data: mfa } = useQuery(mfaQuery(username));
  const { data: options } = useQuery(sessionQueries.signInOptions());
  const isPasswordOn = role === "super-admin" || options?.basic_auth !== false;

  function handleConfirm() {
    remove.mutate(id, {
      onSuccess: () => {
        toast.success("Passkey removed");
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Remove <Name>{name}</Name>?
        </>
      }
      confirmLabel="Remove passkey"
      isPending={remove.isPending}
      error={remove.error && errorText(remove.error)}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      {!isUnusable && mfa && isOnlyWayIn(mfa, { isPasswordOn }) && (
        <Callout tone="warn">This is the only way you can sign in here.</Callout>
      )}
      <p>
        It stops working on this server. Your sessions stay. Your device or password manager shows
        it until you delete it there too.
      </p>
    </ConfirmDialog>
  );
}

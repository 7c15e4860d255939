"use client";

import { useActor } from "@/components/base/actor-provider";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { formatCount } from "@/lib/format";
import { isSelf } from "@/lib/permissions";
import { useEndAllSessions } from "./mutations";
import { useSignOutEverywhere } from "./sign-out";
import { allEndText } from "./session-words";

interface Props {
  username: string;
  count: number;
  onClose: () => void;
}

/** Asks before all sessions of a user end: one's own by signing out everywhere. */
export function SessionsEndDialog(props: Props) {
  const isOwn = isSelf(useActor(), props.username);
  return isOwn ? <OwnDialog {...props} /> : <OtherDialog {...props} />;
}

function OwnDialog({ count, onClose }: Props) {
  const signOut = useSignOutEverywhere();
  return (
    <ConfirmDialog
      title="Sign out everywhere?"
      confirmLabel="Sign out everywhere"
      isPending={signOut.isPending || signOut.isSuccess}
      error={signOut.error?.message ?? null}
      onConfirm={() => {
        signOut.mutate();
      }}
      onClose={onClose}
    >
      <p>{allEndText(count)} You will need to sign in again. API tokens keep working.</p>
    </ConfirmDialog>
  );
}

function OtherDialog({ username, count, onClose }: Props) {
  const endAll = useEndAllSessions();

  function handleConfirm() {
    endAll.mutate(username, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{username}</Name> is signed out everywhere
          </>,
        );
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Sign out <Name>{username}</Name> everywhere?
        </>
      }
      confirmLabel="Sign out everywhere"
      isPending={endAll.isPending}
      error={endAll.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        {formatCount(count, "session")} of <Name>{username}</Name> {count === 1 ? "ends" : "end"}{" "}
        immediately, in every browser and program. They can sign in again. API tokens keep working.
      </p>
    </ConfirmDialog>
  );
}

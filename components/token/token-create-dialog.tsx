"use client";

import { useState, type ReactNode } from "react";
import { useActor } from "@/components/base/actor-provider";
import { Dialog, type LeaveQuestion } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { isSelf } from "@/lib/permissions";
import type { Owner } from "@/lib/token/policy";
import { useCreateToken } from "./mutations";
import { TokenCreateForm } from "./token-create-form";
import { TokenShown } from "./token-shown";

const aboutUncopied: LeaveQuestion = {
  question: "Close without copying the token?",
  stay: "Go back",
  leave: "Close anyway",
};

/** Makes a token and shows it, this once: it is kept nowhere but here, and goes with the dialog. */
export function TokenCreateDialog({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const isOwn = isSelf(useActor(), owner.username);
  const [token, setToken] = useState<string | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const create = useCreateToken(setToken);

  const isShown = token !== null;

  return (
    <Dialog
      title={isShown ? "Copy the API token now" : titleFor(isOwn ? null : owner.username)}
      description={
        isShown
          ? null
          : `Anyone who has it can do what ${isOwn ? "you" : "they"} can do, except what needs a password.`
      }
      leaveQuestion={isShown && !isCopied ? aboutUncopied : null}
      isLocked={create.isPending}
      onClose={onClose}
    >
      {isShown ? (
        <TokenShown
          token={token}
          username={owner.username}
          onCopied={() => {
            setIsCopied(true);
          }}
        />
      ) : (
        <TokenCreateForm owner={owner} onSubmit={create.mutateAsync} />
      )}
    </Dialog>
  );
}

function titleFor(other: string | null): ReactNode {
  if (other === null) return "Create an API token";
  return (
    <>
      Create an API token for <Name>{other}</Name>
    </>
  );
}

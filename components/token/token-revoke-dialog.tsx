"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { userDetailQuery } from "@/components/user/queries";
import { isRefusal } from "@/lib/api/api-error";
import { isNoTime } from "@/lib/format";
import { reasonOf } from "@/lib/permissions";
import { canRevokeToken } from "@/lib/token/policy";
import type { AccessToken } from "@/lib/token/schema";
import { useRevokeToken } from "./mutations";

/** Names the token, its owner and its last use, and what stops with it. */
export function TokenRevokeDialog({ token, onClose }: { token: AccessToken; onClose: () => void }) {
  const actor = useActor();
  const revoke = useRevokeToken();
  // A list of all tokens does not know who may change which owner.
  const { data: owner } = useQuery(userDetailQuery(token.user_name));
  const refusal = owner ? reasonOf(canRevokeToken(actor, owner.entity)) : null;

  function handleConfirm() {
    revoke.mutate(token.id, {
      onSuccess: () => {
        toast.success(
          <>
            The API token “<Name>{token.name}</Name>” was revoked
          </>,
          {
            description: (
              <>
                It was a token of <Name>{token.user_name}</Name>.
              </>
            ),
          },
        );
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Revoke “<Name>{token.name}</Name>”?
        </>
      }
      confirmLabel="Revoke token"
      isPending={revoke.isPending}
      disabledReason={refusal}
      error={revoke.error && errorText(revoke.error)}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        This API token of{" "}
        <strong className="font-medium [overflow-wrap:anywhere] text-ink">
          <Name>{token.user_name}</Name>
        </strong>{" "}
        <LastUse token={token} />
      </p>
      <p>Programs that use it stop working immediately. Tokens made with it are revoked too.</p>
      {refusal !== null && <Callout>{refusal}</Callout>}
    </ConfirmDialog>
  );
}

function LastUse({ token }: { token: AccessToken }) {
  if (isNoTime(token.last_used)) return "has never been used.";
  return (
    <>
      was last used <RelativeTime value={token.last_used} />.
    </>
  );
}

function errorText(error: Error): string {
  return isRefusal(error, "not_found") ? "This token was already revoked." : error.message;
}

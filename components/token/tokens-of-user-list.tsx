"use client";

import { useState } from "react";
import { KeyRound, Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { useShortcut } from "@/components/layout/shortcuts";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { useNowSince } from "@/components/ui/use-clock";
import { formatCount, formatNumber } from "@/lib/format";
import { isSelf, reasonOf } from "@/lib/permissions";
import { canCreateToken, canRevokeToken, type Owner } from "@/lib/token/policy";
import type { AccessToken } from "@/lib/token/schema";
import { TokenRow } from "./token-row";

const TokenCreateDialog = lazyDialog(
  async () => (await import("./token-create-dialog")).TokenCreateDialog,
);
const TokenRevokeDialog = lazyDialog(
  async () => (await import("./token-revoke-dialog")).TokenRevokeDialog,
);

const PER_STEP = 25;

/** Which dialog is open. */
type Action = { kind: "create" } | { kind: "revoke"; token: AccessToken };

/** A user's tokens, newest first, with ways to make and revoke them. */
export function TokensOfUserList({
  owner,
  tokens,
  loadedAt,
}: {
  owner: Owner;
  tokens: readonly AccessToken[];
  /** When the list was true; milliseconds since the epoch. */
  loadedAt: number;
}) {
  const actor = useActor();
  const now = useNowSince(loadedAt);
  const [shownCount, setShownCount] = useState(PER_STEP);
  const [action, setAction] = useState<Action | null>(null);
  const createRefusal = reasonOf(canCreateToken(actor, owner));
  const revokeRefusal = reasonOf(canRevokeToken(actor, owner));
  const rest = tokens.length - shownCount;

  function openCreate() {
    setAction({ kind: "create" });
  }
  function close() {
    setAction(null);
  }
  useShortcut("n", "Create an API token", createRefusal === null ? openCreate : null);

  return (
    <div>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-3">{tokens.length > 0 && formatCount(tokens.length, "API token")}</p>
        <Button
          variant="primary"
          icon={<Plus />}
          disabledReason={createRefusal}
          onPointerEnter={TokenCreateDialog.preload}
          onFocus={TokenCreateDialog.preload}
          onClick={openCreate}
          aria-keyshortcuts="n"
        >
          Create token
          <Kbd>N</Kbd>
        </Button>
      </div>
      {tokens.length === 0 ? (
        <NoTokens who={isSelf(actor, owner.username) ? "you" : owner.username} />
      ) : (
        <ul
          aria-label="API tokens"
          className="divide-y divide-line overflow-clip rounded-xl border border-line bg-surface"
        >
          {tokens.slice(0, shownCount).map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              now={now}
              revokeRefusal={revokeRefusal}
              onRevoke={() => {
                setAction({ kind: "revoke", token });
              }}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button
          variant="ghost"
          className="mt-2"
          onClick={() => {
            setShownCount(shownCount + PER_STEP * 4);
          }}
        >
          Show {formatNumber(Math.min(rest, PER_STEP * 4))} more
        </Button>
      )}
      {action?.kind === "create" && <TokenCreateDialog owner={owner} onClose={close} />}
      {action?.kind === "revoke" && <TokenRevokeDialog token={action.token} onClose={close} />}
    </div>
  );
}

function NoTokens({ who }: { who: string }) {
  return (
    <Card>
      <EmptyState icon={<KeyRound />} title="No API tokens">
        A token lets a program do what {who === "you" ? who : <Name>{who}</Name>} can do, without a
        password. It can be revoked at any time.
      </EmptyState>
    </Card>
  );
}

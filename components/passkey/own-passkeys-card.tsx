"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { canAddPasskey } from "@/lib/passkey/policy";
import type { Passkey } from "@/lib/passkey/schema";
import { reasonOf } from "@/lib/permissions";
import type { OwnPasskeysProps } from "./own-passkeys";
import { PasskeyRow } from "./passkey-row";

const PasskeyAddDialog = lazyDialog(
  async () => (await import("./passkey-add-dialog")).PasskeyAddDialog,
);
const PasskeyRenameDialog = lazyDialog(
  async () => (await import("./passkey-rename-dialog")).PasskeyRenameDialog,
);
const PasskeyRemoveDialog = lazyDialog(
  async () => (await import("./passkey-remove-dialog")).PasskeyRemoveDialog,
);

type Open = { kind: "add" } | { kind: "rename" | "remove"; passkey: Passkey };

/** The lazy part of `OwnPasskeys`. */
export function OwnPasskeysCard({
  user,
  unusable,
  refusal,
  passkeys,
}: OwnPasskeysProps & { passkeys: readonly Passkey[] }) {
  const [open, setOpen] = useState<Open | null>(null);
  const about = { username: user.username, onClose: close };
  const usable = passkeys.filter(({ id }) => !unusable.includes(id)).length;
  const reason = refusal ?? reasonOf(canAddPasskey(user, usable));

  function close() {
    setOpen(null);
  }

  return (
    <CardSection
      title="Passkeys"
      description="They sign you in with your fingerprint, face or screen lock, in place of password and code."
    >
      <div className="grid gap-4">
        {passkeys.length === 0 && reason === null && <p className="text-ink-3">No passkeys yet.</p>}
        {passkeys.length > 0 && (
          <ul aria-label="Passkeys" className="-my-3 divide-y divide-line">
            {passkeys.map((passkey) => (
              <PasskeyRow
                key={passkey.id}
                passkey={passkey}
                isUnusable={unusable.includes(passkey.id)}
                actions={
                  <>
                    <Button
                      size="sm"
                      aria-label={`Rename ${passkey.name}…`}
                      onClick={() => {
                        setOpen({ kind: "rename", passkey });
                      }}
                    >
                      Rename…
                    </Button>
                    <Button
                      size="sm"
                      aria-label={`Remove ${passkey.name}…`}
                      onClick={() => {
                        setOpen({ kind: "remove", passkey });
                      }}
                    >
                      Remove…
                    </Button>
                  </>
                }
              />
            ))}
          </ul>
        )}
        {reason === null ? (
          <div>
            <Button
              onClick={() => {
                setOpen({ kind: "add" });
              }}
            >
              Add passkey…
            </Button>
          </div>
        ) : (
          <p className="text-sm text-ink-3">{reason}</p>
        )}
      </div>
      {open?.kind === "add" && (
        <PasskeyAddDialog {...about} taken={passkeys.map(({ name }) => name)} />
      )}
      {open?.kind === "rename" && <PasskeyRenameDialog {...about} passkey={open.passkey} />}
      {open?.kind === "remove" && (
        <PasskeyRemoveDialog
          {...about}
          passkey={open.passkey}
          isUnusable={unusable.includes(open.passkey.id)}
        />
      )}
    </CardSection>
  );
}

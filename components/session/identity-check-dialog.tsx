"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { CodeCheck, PasswordCheck } from "./identity-check-forms";

export type CheckWay = "password" | "totp" | "passkey" | "provider";

const words: Record<CheckWay, { lead: string; name: string }> = {
  password: {
    lead: "Enter your password. You won't be asked again for 10 minutes.",
    name: "your password",
  },
  totp: {
    lead: "Enter the code of your authenticator app. You won't be asked again for 10 minutes.",
    name: "your authenticator app",
  },
  passkey: {
    lead: "Use one of your passkeys. You won't be asked again for 10 minutes.",
    name: "a passkey",
  },
  provider: {
    lead: "Your provider asks you to sign in once more, and leads you back here. You won't be asked again for 10 minutes.",
    name: "your provider",
  },
};

/** Asks who it is, before something that needs to know: by any of the ways that the account has. */
export function IdentityCheckDialog({
  username,
  ways,
  panels,
  onConfirmed,
  onClose,
}: {
  username: string;
  /** The first is offered first. */
  ways: readonly [CheckWay, ...CheckWay[]];
  /** What stands for those that other domains know. */
  panels: Record<"passkey" | "provider", ReactNode>;
  onConfirmed: () => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<CheckWay | null>(null);
  const way = chosen !== null && ways.includes(chosen) ? chosen : ways[0];
  const others = ways.filter((other) => other !== way);
  const shared = { username, onConfirmed };
  const alternatives = others.length > 0 && (
    <div className="mt-4 flex flex-col items-start gap-1">
      {others.map((other) => (
        <Button
          key={other}
          variant="ghost"
          size="sm"
          className="-mx-2.5"
          onClick={() => {
            setChosen(other);
          }}
        >
          Use {words[other].name} instead
        </Button>
      ))}
    </div>
  );

  return (
    <Dialog title="Confirm it's you" description={words[way].lead} size="sm" onClose={onClose}>
      <div key={way} ref={chosen === null ? undefined : focusFirst} className="contents">
        {way === "password" && <PasswordCheck {...shared}>{alternatives}</PasswordCheck>}
        {way === "totp" && <CodeCheck {...shared}>{alternatives}</CodeCheck>}
        {(way === "passkey" || way === "provider") && (
          <>
            <DialogBody>
              {panels[way]}
              {alternatives}
            </DialogBody>
            <DialogFooter>
              <DialogCancel />
            </DialogFooter>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** A ref: what stands in the place of the button that was pressed takes the focus. */
function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>(":is(input, button):not([hidden])")?.focus();
}

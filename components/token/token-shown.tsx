"use client";

import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { curlLine } from "./curl-line";

/** A new token, and a command to try it with. */
export function TokenShown({
  token,
  username,
  onCopied,
}: {
  token: string;
  username: string;
  onCopied: () => void;
}) {
  return (
    <>
      <DialogBody className="grid gap-5">
        <Callout tone="warn" role="alert">
          This is the only time the token is shown. Store it somewhere safe.
        </Callout>
        <CopyField
          label="API token"
          copyLabel="Copy token"
          value={token}
          isFirst
          onCopied={onCopied}
        />
        <CopyField
          label="Try it"
          copyLabel="Copy command"
          value={curlLine({ origin: window.location.origin, username, token })}
          onCopied={onCopied}
        />
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Done</DialogCancel>
      </DialogFooter>
    </>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { leaveFreely } from "@/components/ui/use-leave-guard";

/** The lazy part of `OtherUserNotice`. */
export function OtherUserDialog({
  username,
  other,
  onClose,
}: {
  /** Whose page it is. */
  username: string;
  other: string;
  onClose: () => void;
}) {
  return (
    <Dialog title="Somebody else is signed in" size="sm" onClose={onClose}>
      <DialogBody>
        <Callout tone="warn" role="alert">
          <Name>{other}</Name> has signed in in this browser. This page still belongs to{" "}
          <Name>{username}</Name>: it can load and save nothing any more, and what was typed here is
          not saved. Copy what you need, then go on.
        </Callout>
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Back to the page</DialogCancel>
        <Button
          variant="primary"
          onClick={() => {
            leaveFreely();
            window.location.reload();
          }}
        >
          Go on as {other}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

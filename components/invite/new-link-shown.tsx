"use client";

import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";

/** A new link, to be copied at once. It can be copied from the list later too. */
export function NewLinkShown({ link, isMailed }: { link: string; isMailed: boolean }) {
  return (
    <>
      <DialogBody className="grid gap-4">
        <p className="text-ink-2">
          {isMailed
            ? "It is on its way by mail."
            : "Hand it over yourself: this server sends no mail."}{" "}
          Whoever has it can sign up with it.
        </p>
        {link === "" ? (
          <p className="text-ink-2">The link was made. Copy it from the list.</p>
        ) : (
          <CopyField label="Invite link" copyLabel="Copy link" value={link} isFirst />
        )}
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Done</DialogCancel>
      </DialogFooter>
    </>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import type { BulkResult } from "@/lib/user/schema";
import { SkippedPeople } from "./skipped-people";

/** In a dialog: for whom something was not done, with the reasons. */
export function SkippedNotice({
  skipped,
  title,
  onClose,
}: {
  skipped: BulkResult["skipped"];
  title: string;
  onClose: () => void;
}) {
  return (
    <>
      <DialogBody>
        <SkippedPeople skipped={skipped} title={title} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" ref={focusAtOnce} onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </>
  );
}

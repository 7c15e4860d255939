"use client";

import { SkippedLists } from "@/components/bulk/plan-lists";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import type { Outcome } from "./mutations";
import { countOf } from "./words";

/** Who was left out, and why. */
export function SkippedOutcome({
  done,
  skipped,
  what,
  onClose,
}: Outcome & {
  /** "approved". */
  what: string;
  onClose: () => void;
}) {
  return (
    <Dialog title={`${done === 0 ? "Nobody" : countOf(done)} ${what}`} onClose={onClose}>
      <DialogBody>
        <SkippedLists
          skipped={skipped}
          countOf={countOf}
          name={(username) => <Name>{username}</Name>}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" data-autofocus onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { SubmitButton } from "./form-actions";

/** The footer of a form made by `useVersionedForm`: take back or save; after a conflict, theirs or mine. */
export function VersionedFormActions({
  edit: { theirs, isDirty, undo },
  saveLabel = "Save",
  overwriteLabel = "Overwrite",
  disabledReason = null,
}: {
  edit: { theirs: unknown; isDirty: boolean; undo: () => void };
  saveLabel?: string;
  overwriteLabel?: string;
  /** Why nothing may be saved at all. */
  disabledReason?: string | null;
}) {
  const hasConflict = theirs !== null;
  return (
    <>
      {hasConflict && <Button onClick={undo}>Discard my changes</Button>}
      {!hasConflict && isDirty && (
        <Button variant="ghost" onClick={undo}>
          Undo changes
        </Button>
      )}
      <SubmitButton
        disabledReason={disabledReason ?? (isDirty ? null : "There is nothing to save.")}
      >
        {hasConflict ? overwriteLabel : saveLabel}
      </SubmitButton>
    </>
  );
}

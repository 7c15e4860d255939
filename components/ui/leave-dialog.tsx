"use client";

import { ConfirmDialog } from "./confirm-dialog";

/** The lazy part of `LeaveQuestion`. */
export function LeaveDialog({ onLeave, onClose }: { onLeave: () => void; onClose: () => void }) {
  return (
    <ConfirmDialog
      title="Leave without saving?"
      confirmLabel="Discard my changes"
      cancelLabel="Keep editing"
      onConfirm={onLeave}
      onClose={onClose}
    >
      <p>What you changed on this page is not saved yet.</p>
    </ConfirmDialog>
  );
}

"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { LeaveWords } from "./leave-guard";

export function ImportLeaveDialog({
  words,
  onLeave,
  onClose,
}: {
  words: LeaveWords;
  onLeave: () => void;
  onClose: () => void;
}) {
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.leave}
      cancelLabel={words.stay}
      onConfirm={onLeave}
      onClose={onClose}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}

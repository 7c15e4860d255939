"use client";

import type { ReactNode } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useWhatIf, type AccessChangeInput } from "./use-what-if";
import { WhatIf } from "./what-if";

/** Shows who gains and who loses by a change before it is saved. */
export function SaveDialog({
  title,
  change,
  isPending,
  error,
  onConfirm,
  onClose,
  children,
}: {
  title: ReactNode;
  change: AccessChangeInput;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const whatIf = useWhatIf(change);
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={whatIf.confirmLabel("Save")}
      tone={whatIf.isDanger ? "danger" : "primary"}
      size="md"
      isPending={isPending}
      disabledReason={whatIf.refusal}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {children}
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

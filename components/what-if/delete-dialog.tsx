"use client";

import type { ReactNode } from "react";
import type { UseMutationResult } from "@tanstack/react-query";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { useWhatIf, type AccessChangeInput } from "./use-what-if";
import { WhatIf } from "./what-if";

/** Deletes something that gives access: names it, and shows who loses what before it is done. */
export function DeleteDialog({
  id,
  name,
  label,
  change,
  remove,
  typeToConfirm,
  onDeleted,
  onClose,
  children,
}: {
  id: string;
  name: string;
  /** "Delete group". */
  label: string;
  /** The same deletion, for the preview. */
  change: AccessChangeInput;
  remove: UseMutationResult<unknown, Error, string>;
  typeToConfirm?: string;
  onDeleted: (() => void) | undefined;
  onClose: () => void;
  /** What goes with it. */
  children: ReactNode;
}) {
  const whatIf = useWhatIf(change);

  function handleConfirm() {
    remove.mutate(id, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{name}</Name> was deleted
          </>,
        );
        onClose();
        onDeleted?.();
      },
    });
  }

  return (
    <ConfirmDialog
      title={
        <>
          Delete <Name>{name}</Name>?
        </>
      }
      confirmLabel={whatIf.confirmLabel(label)}
      size="md"
      {...(typeToConfirm !== undefined && { typeToConfirm })}
      isPending={remove.isPending}
      disabledReason={whatIf.refusal}
      error={remove.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      {children}
      <WhatIf whatIf={whatIf} />
    </ConfirmDialog>
  );
}

"use client";

import { useId, useState, type SubmitEvent, type ReactNode } from "react";
import { Button } from "./button";
import { Callout } from "./callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "./dialog";
import { Input } from "./input";

/**
 * Asks before something that cannot be undone. The title names the thing, the children count what
 * goes with it. `typeToConfirm` only for the large and final. Stays open while pending; `error`
 * is shown in place.
 */
export function ConfirmDialog({
  title,
  confirmLabel,
  cancelLabel = "Cancel",
  tone = "danger",
  mayTurnDangerous = false,
  size = "sm",
  typeToConfirm,
  isPending = false,
  disabledReason,
  error,
  onConfirm,
  onClose,
  children,
}: {
  title: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  /** What it does is only being found out: the focus begins as for what is dangerous. */
  mayTurnDangerous?: boolean;
  size?: "sm" | "md" | "lg";
  typeToConfirm?: string;
  isPending?: boolean;
  disabledReason?: string | null;
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const isTyped = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const beginsWithCancel = tone === "danger" || mayTurnDangerous;
  const refusal = disabledReason ?? (isTyped ? null : `Type ${typeToConfirm} to confirm.`);

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (!refusal && !isPending) onConfirm();
  }

  return (
    <Dialog title={title} role="alertdialog" size={size} onClose={onClose} isLocked={isPending}>
      <form onSubmit={handleSubmit} className="flex min-h-0 flex-col">
        <DialogBody className="grid gap-4">
          {children && <div className="grid gap-2 text-ink-2">{children}</div>}
          {typeToConfirm !== undefined && (
            <div className="grid gap-1.5">
              <label htmlFor={id}>
                Type <strong className="font-semibold break-all select-all">{typeToConfirm}</strong>{" "}
                to confirm
              </label>
              <Input
                id={id}
                value={typed}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                onChange={(event) => {
                  setTyped(event.target.value);
                }}
              />
            </div>
          )}
          {error && (
            <Callout tone="danger" role="alert">
              {error}
            </Callout>
          )}
        </DialogBody>
        <DialogFooter>
          <DialogCancel isFirst={typeToConfirm === undefined && beginsWithCancel}>
            {cancelLabel}
          </DialogCancel>
          <Button
            type="submit"
            variant={tone}
            size="wrap"
            isPending={isPending}
            disabledReason={refusal}
            {...(typeToConfirm === undefined && !beginsWithCancel && { "data-autofocus": true })}
          >
            {confirmLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

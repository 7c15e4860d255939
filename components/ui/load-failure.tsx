"use client";

import { useId } from "react";
import { createPortal } from "react-dom";
import type { ScriptError } from "@/lib/load-script";
import { Button } from "./button";
import { currentOpener, returnFocus } from "./focus-return";

export interface LoadFailureProps {
  error: ScriptError;
  isRetrying: boolean;
  onRetry: () => void;
}

/** In the place of a part of the page whose script did not come. */
export function LoadFailure(failure: LoadFailureProps) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-warn/40 bg-warn-soft p-3"
    >
      <p>{failure.error.message}</p>
      <WayOut {...failure} />
    </div>
  );
}

/** Instead of a dialog or menu whose script did not come. The browser's own element: the kit's dialog may be what is missing. */
export function LoadFailureDialog({
  onClose,
  ...failure
}: LoadFailureProps & { onClose: () => void }) {
  const id = useId();
  return createPortal(
    <dialog
      ref={showModal}
      aria-labelledby={id}
      onClose={onClose}
      className="pointer-events-auto m-auto max-w-md rounded-xl bg-raised p-5 text-ink shadow-overlay backdrop:bg-scrim"
    >
      <p id={id}>{failure.error.message}</p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Close</Button>
        <WayOut {...failure} />
      </div>
    </dialog>,
    document.body,
  );
}

function WayOut({ error, isRetrying, onRetry }: LoadFailureProps) {
  return error.isGone ? (
    <Button
      variant="primary"
      onClick={() => {
        window.location.reload();
      }}
    >
      Reload
    </Button>
  ) : (
    <Button variant="primary" isPending={isRetrying} onClick={onRetry}>
      Try again
    </Button>
  );
}

/** A ref. Closing gives the focus back before what was asked for opens. */
function showModal(dialog: HTMLDialogElement | null) {
  if (!dialog) return undefined;
  const opener = currentOpener();
  dialog.showModal();
  return () => {
    dialog.close();
    returnFocus(opener);
  };
}

"use client";

import { useState } from "react";

/**
 * A form whose change is asked about in a dialog before it is saved. Somebody else's change that came first closes
 * the dialog, and is shown in the form.
 */
export function useAskedSave<Change>({
  save,
  handleConflict,
}: {
  save: (change: Change) => Promise<void>;
  /** Of the versioned form. */
  handleConflict: (error: unknown) => boolean;
}) {
  const [asked, setAsked] = useState<Change | null>(null);

  function close() {
    setAsked(null);
  }

  return {
    /** What the dialog is about; null while there is none. */
    asked,
    ask: setAsked,
    close,
    confirm: async (change: Change) => {
      try {
        await save(change);
        close();
      } catch (error) {
        // The dialog shows anything else.
        if (handleConflict(error)) close();
      }
    },
  };
}

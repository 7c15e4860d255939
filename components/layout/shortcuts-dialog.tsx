"use client";

import { lazy, Suspense } from "react";
import { setShortcutListOpen, useShortcut, useShortcutListOpen } from "./shortcuts";

const ShortcutsList = lazy(async () => ({
  default: (await import("./shortcuts-list")).ShortcutsList,
}));

/** Once, in the console's layout: `?` shows every shortcut of the page. */
export function ShortcutsDialog() {
  const isOpen = useShortcutListOpen();
  useShortcut("?", "Show keyboard shortcuts", () => {
    setShortcutListOpen(true);
  });

  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutsList
        onClose={() => {
          setShortcutListOpen(false);
        }}
      />
    </Suspense>
  );
}

"use client";

import { lazyDialog } from "@/components/ui/lazy-component";
import { setShortcutListOpen, useShortcut, useShortcutListOpen } from "./shortcuts";

const ShortcutsList = lazyDialog(async () => (await import("./shortcuts-list")).ShortcutsList);

/** Once, in the console's layout: `?` shows every shortcut of the page. */
export function ShortcutsDialog() {
  const isOpen = useShortcutListOpen();
  useShortcut("?", "Show keyboard shortcuts", () => {
    setShortcutListOpen(true);
  });

  if (!isOpen) return null;
  return (
    <ShortcutsList
      onClose={() => {
        setShortcutListOpen(false);
      }}
    />
  );
}

"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut } from "./shortcuts";

/** The one thing that the page of a list makes, also by the key `n`. */
export function CreateButton({
  label,
  shortcut,
  icon,
  disabledReason,
  onPreload,
  onCreate,
}: {
  /** "Add group". */
  label: string;
  /** What the list of shortcuts says: "Add a group". */
  shortcut: string;
  icon: ReactNode;
  disabledReason: string | null;
  /** Whoever points at it may press it soon. */
  onPreload: () => void;
  onCreate: () => void;
}) {
  useShortcut("n", shortcut, disabledReason === null ? onCreate : null);
  return (
    <Button
      variant="primary"
      icon={icon}
      disabledReason={disabledReason}
      onPointerEnter={onPreload}
      onFocus={onPreload}
      onClick={onCreate}
      aria-keyshortcuts="n"
    >
      {label}
      <Kbd>N</Kbd>
    </Button>
  );
}

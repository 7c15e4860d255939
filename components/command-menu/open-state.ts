"use client";

import { useSyncExternalStore } from "react";

/** Whether the command menu is open: its buttons and its key are in different places. */

const listeners = new Set<() => void>();
let isOpen = false;

export function useCommandMenuOpen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isOpen,
    () => false,
  );
}

export function setCommandMenuOpen(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

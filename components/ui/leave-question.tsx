"use client";

import { createContext } from "react";
import { lazyDialog } from "./lazy-component";
import { createStore, useStore } from "./store";
import type { AskToLeave } from "./use-leave-guard";

const LeaveDialog = lazyDialog(async () => (await import("./leave-dialog")).LeaveDialog);

/** Who asks for what is inside: the page, or the dialog around it. */
export const AskToLeaveContext = createContext<AskToLeave>(askOnPage);

const held = createStore<(() => void) | null>(null);

/** Once, in the console: asks before a page with edits is left. */
export function LeaveQuestion() {
  const leave = useStore(held, null);
  if (!leave) return null;
  return (
    <LeaveDialog
      onLeave={() => {
        held.set(null);
        leave();
      }}
      onClose={() => {
        held.set(null);
      }}
    />
  );
}

function askOnPage(leave: () => void) {
  // Pages without the console's frame have nowhere to ask.
  if (held.isWatched()) held.set(leave);
  else leave();
}

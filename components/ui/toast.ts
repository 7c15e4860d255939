"use client";

import type { ReactNode } from "react";

/** Toasts without sonner in the first JavaScript: the messages wait until the toaster is there. */

export interface ToastOptions {
  description?: ReactNode;
  action?: { label: string; onClick: () => void };
  /** A second toast with the same id replaces the first. */
  id?: string;
}

type Kind = "success" | "error" | "info";
export type ToastMessage = ToastOptions & { kind: Kind; message: ReactNode };

const waiting: ToastMessage[] = [];
let show: ((message: ToastMessage) => void) | undefined;

/** For the toaster: takes what waits, and everything after. Returns the way back. */
export function connectToaster(next: (message: ToastMessage) => void): () => void {
  show = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    show = undefined;
  };
}

function publish(message: ToastMessage) {
  if (show) show(message);
  else waiting.push(message);
}

/** Says briefly what happened. Errors next to a field or a dialog belong there, not here. */
export const toast = {
  success: (message: ReactNode, options?: ToastOptions) => {
    publish({ kind: "success", message, ...options });
  },
  error: (message: ReactNode, options?: ToastOptions) => {
    publish({ kind: "error", message, ...options });
  },
  info: (message: ReactNode, options?: ToastOptions) => {
    publish({ kind: "info", message, ...options });
  },
};

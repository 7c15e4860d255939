import type { ReactNode } from "react";

interface CommandBase {
  /** Unique in the whole menu, without spaces. */
  id: string;
  label: string;
  /** Beside the label: what tells it from others with the same one. */
  detail?: string;
  icon?: ReactNode;
  /** Other words to find it by. */
  keywords?: string;
  isDanger?: boolean;
  /** Refused: stays in reach, shows and announces why, and does nothing. */
  disabledReason?: string | null;
}

/** Somewhere to go. */
export interface Destination {
  href: string;
  isExternal?: boolean;
}

/** What the menu offers: somewhere to go, or something to do. */
export type Command = CommandBase & (Destination | { onSelect: () => void });

export interface CommandGroup {
  label: string;
  commands: readonly Command[];
  /** For what a server finds: it has matched the commands itself, and may not have answered yet. */
  search?: {
    isPending: boolean;
    error: { message: string; onRetry: () => void } | null;
  };
}

/** Shows a dialog once the menu is closed; the dialog is open until it calls `onClose`. */
export type OpenDialog = (render: (onClose: () => void) => ReactNode) => void;

import type { ReactNode } from "react";

export interface NavItem {
  href: string;
  label: string;
  icon?: ReactNode;
  /** A number beside the label; `isAttention` when somebody waits behind it. */
  badge?: { text: string; isAttention?: boolean; description?: string };
}

export interface NavSection {
  label: string;
  items: readonly NavItem[];
}

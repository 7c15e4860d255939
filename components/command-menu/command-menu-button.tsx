"use client";

import { Search } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { ariaShortcut } from "@/components/layout/shortcut-keys";
import { useShortcutName } from "@/components/layout/shortcuts";
import { COMMAND_KEY } from "./command-key";
import { setCommandMenuOpen, useCommandMenuOpen } from "./open-state";

const label = "Search or jump to…";

/** Looks like the search field it opens; `isCompact` where there is room for an icon only. */
export function CommandMenuButton({
  isCompact = false,
  onPreload,
}: {
  isCompact?: boolean;
  /** The pointer or the focus is on it: what it opens will be needed. */
  onPreload: () => void;
}) {
  const isOpen = useCommandMenuOpen();
  const keyName = useShortcutName(COMMAND_KEY);
  const props = {
    "aria-haspopup": "dialog",
    "aria-expanded": isOpen,
    "aria-keyshortcuts": ariaShortcut(COMMAND_KEY),
    onPointerEnter: onPreload,
    onFocus: onPreload,
    onClick: () => {
      setCommandMenuOpen(true);
    },
  } as const;
  if (isCompact)
    return <IconButton label={label} icon={<Search />} hasTooltip={false} {...props} />;
  return (
    <button
      type="button"
      className="flex h-8 w-full items-center gap-2 rounded-lg border border-control bg-surface px-2.5 text-start text-ink-3 shadow-control motion-colors hover:bg-sunken hover:text-ink-2 pointer-coarse:h-10"
      {...props}
    >
      <Search aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="min-w-0 grow truncate">{label}</span>
      <Kbd>{keyName}</Kbd>
    </button>
  );
}

"use client";

import { useEffect, useState } from "react";
import { COMMAND_KEY } from "@/components/command-menu/command-key";
import { CommandMenuButton } from "@/components/command-menu/command-menu-button";
import { setCommandMenuOpen, useCommandMenuOpen } from "@/components/command-menu/open-state";
import { useShortcut } from "@/components/layout/shortcuts";
import { lazyDialog } from "@/components/ui/lazy-component";

const ConsoleCommandMenu = lazyDialog(
  async () => (await import("./console-command-menu")).ConsoleCommandMenu,
);

/** Once, in the console's layout: the key, and the menu from when it is first opened. */
export function CommandMenuHost() {
  const isOpen = useCommandMenuOpen();
  const [isWanted, setIsWanted] = useState(false);
  if (isOpen && !isWanted) setIsWanted(true);
  useShortcut(COMMAND_KEY, "Search or jump to", () => {
    setCommandMenuOpen(true);
  });
  useEffect(whenIdle, []);

  if (!isWanted) return null;
  return (
    <ConsoleCommandMenu
      isOpen={isOpen}
      onClose={() => {
        setCommandMenuOpen(false);
        setIsWanted(ConsoleCommandMenu.isLoaded());
      }}
    />
  );
}

/** `isCompact` in the top bar. */
export function OpenCommandMenu({ isCompact = false }: { isCompact?: boolean }) {
  return <CommandMenuButton isCompact={isCompact} onPreload={ConsoleCommandMenu.preload} />;
}

/** The key opens at once, and nothing typed after it is lost: the menu is there before it is wanted. */
function whenIdle(): (() => void) | undefined {
  if (!("requestIdleCallback" in window)) return undefined;
  const handle = requestIdleCallback(ConsoleCommandMenu.preload);
  return () => {
    cancelIdleCallback(handle);
  };
}

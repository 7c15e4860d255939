"use client";

import {
  cloneElement,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type Ref,
} from "react";
import { cn } from "@/lib/cn";
import { lazyDialog } from "./lazy-component";
import type { MenuEntry } from "./menu-entry";

const MenuContent = lazyDialog(async () => (await import("./menu-content")).MenuContent);

interface TriggerProps {
  id?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  "aria-haspopup"?: "menu" | undefined;
  "aria-expanded"?: boolean | undefined;
  onPointerEnter?: (() => void) | undefined;
  onFocus?: (() => void) | undefined;
  onPointerDown?: (() => void) | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

/**
 * A button that opens a menu. The menu's code loads when the pointer or the focus reaches the
 * button, so fifty row menus cost fifty buttons. `entries` may be a function: it runs on opening.
 */
export function Menu({
  trigger,
  label,
  entries,
  align = "end",
  className,
}: {
  /** A Button or IconButton without onClick. */
  trigger: ReactElement<TriggerProps>;
  /** Names the menu; without it the trigger does. */
  label?: string;
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  align?: "start" | "end";
  className?: string;
}) {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"closed" | "pointer" | "keyboard">("closed");
  const isOpen = state !== "closed";
  const wasOpenRef = useRef(false);

  // Pressing the button of an open menu closes it, being outside; the click must not open it again.
  function handlePointerDown() {
    wasOpenRef.current = isOpen;
  }

  function handleClick(event: MouseEvent) {
    const isByKeyboard = event.detail === 0;
    setState(wasOpenRef.current ? "closed" : isByKeyboard ? "keyboard" : "pointer");
    wasOpenRef.current = false;
  }

  function preload() {
    MenuContent.preload();
  }

  return (
    <span className={cn("relative inline-flex", className)}>
      {cloneElement(trigger, {
        id,
        ref: buttonRef,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onPointerEnter: preload,
        onFocus: preload,
        onPointerDown: handlePointerDown,
        onClick: handleClick,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          if (event.currentTarget.getAttribute("aria-disabled") === "true") return;
          event.preventDefault();
          setState("keyboard");
        },
      })}
      {isOpen && (
        <MenuContent
          buttonRef={buttonRef}
          buttonId={id}
          label={label}
          entries={typeof entries === "function" ? entries() : entries}
          align={align}
          isByKeyboard={state === "keyboard"}
          onClose={() => {
            setState("closed");
          }}
        />
      )}
    </span>
  );
}

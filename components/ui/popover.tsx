"use client";

import { Fragment, type ReactNode, type RefObject } from "react";
import * as PopoverPrimitive from "radix-ui/popover";
import { cn } from "@/lib/cn";

/**
 * A panel beside a control that it does not own: the control is `anchorRef`, keeps its own
 * aria-expanded, and gets the focus back. Load it lazily (`React.lazy`) where first JavaScript counts.
 */
export function AnchoredPopover({
  anchorRef,
  label,
  onClose,
  align = "start",
  isList = false,
  className,
  children,
}: {
  anchorRef: RefObject<HTMLElement | null>;
  label: string;
  onClose: () => void;
  align?: "start" | "center" | "end";
  /** The list of a combobox: the focus stays in the control, and the list inside a dialog, where it can be scrolled. */
  isList?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const Place = isList ? Fragment : PopoverPrimitive.Portal;
  return (
    <PopoverPrimitive.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <PopoverPrimitive.Anchor virtualRef={anchorRef} />
      <Place>
        <PopoverPrimitive.Content
          {...(isList ? { role: "presentation" } : { "aria-label": label })}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            if (isList) event.preventDefault();
          }}
          onInteractOutside={(event) => {
            // The anchor toggles by itself; closing here too would open it again.
            if (isInside(anchorRef.current, event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) anchorRef.current?.focus();
          }}
          className={cn(
            "z-50 flex max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-pop-in flex-col overflow-y-auto rounded-lg bg-raised text-ink shadow-overlay outline-none",
            className,
          )}
        >
          {children}
        </PopoverPrimitive.Content>
      </Place>
    </PopoverPrimitive.Root>
  );
}

function isInside(container: HTMLElement | null, target: EventTarget | null): boolean {
  return container !== null && target instanceof Node && container.contains(target);
}

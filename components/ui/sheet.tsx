"use client";

import { useRef, type ReactNode } from "react";
import { X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import { currentOpener, returnFocus } from "./focus-return";
import { IconButton } from "./icon-button";

/** A modal panel from the start side: the navigation on phones. Open as long as it is mounted. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const openerRef = useRef<HTMLElement | null>(null);
  return (
    <DialogPrimitive.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <DialogPrimitive.Portal>
        <DialogPrimitive.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <DialogPrimitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            openerRef.current = currentOpener();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus(openerRef.current);
          }}
          className="fixed inset-y-0 start-0 z-40 flex w-[min(18rem,calc(100vw-3rem))] animate-slide-in flex-col overflow-y-auto bg-canvas text-ink shadow-overlay outline-none"
        >
          <DialogPrimitive.Title className="sr-only">{title}</DialogPrimitive.Title>
          {children}
          <span className="absolute end-2 top-2">
            <DialogPrimitive.Close asChild>
              <IconButton label="Close" icon={<X />} hasTooltip={false} />
            </DialogPrimitive.Close>
          </span>
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  );
}

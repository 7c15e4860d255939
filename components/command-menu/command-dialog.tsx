"use client";

import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { Search, X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import { currentOpener, returnFocus } from "@/components/ui/focus-return";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";

/** The modal frame of the menu: a panel at the top, on phones the whole screen. */
export function CommandDialog({
  title,
  isPending,
  field,
  onClose,
  onClosed,
  onKeyDown,
  children,
}: {
  title: string;
  /** More may come; what is there can be used. */
  isPending: boolean;
  /** The text field, in the head. */
  field: ReactNode;
  onClose: () => void;
  /** Runs when the panel is gone, and says where the focus goes. */
  onClosed: (returnFocus: () => void) => void;
  onKeyDown: (event: KeyboardEvent) => void;
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
          onKeyDown={onKeyDown}
          onOpenAutoFocus={() => {
            openerRef.current = currentOpener();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed(() => {
              returnFocus(openerRef.current);
            });
          }}
          className="fixed inset-0 z-40 flex flex-col bg-raised text-ink outline-none max-sm:animate-fade-in sm:inset-x-4 sm:top-[min(12vh,6rem)] sm:bottom-auto sm:mx-auto sm:max-h-[min(32rem,calc(100dvh-min(12vh,6rem)-1rem))] sm:max-w-xl sm:animate-pop-in sm:rounded-xl sm:shadow-overlay"
        >
          <DialogPrimitive.Title className="sr-only">{title}</DialogPrimitive.Title>
          <header className="flex shrink-0 items-center gap-2.5 border-b border-line ps-4 pe-2">
            <span className="shrink-0 text-ink-3">
              {isPending ? <Spinner /> : <Search aria-hidden="true" className="size-4" />}
            </span>
            {field}
            <DialogPrimitive.Close asChild>
              <IconButton label="Close" icon={<X />} hasTooltip={false} />
            </DialogPrimitive.Close>
          </header>
          {children}
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  );
}

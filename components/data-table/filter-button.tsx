"use client";

import { useRef, useState, type ReactNode } from "react";
import { Plus, X } from "lucide-react";
import { lazyDialog } from "@/components/ui/lazy-component";
import { cn } from "@/lib/cn";

const AnchoredPopover = lazyDialog(
  async () => (await import("@/components/ui/popover")).AnchoredPopover,
);

/** "+ Status", dashed, until something is chosen; then "Status: Disabled" and a way to drop it. */
export function FilterButton({
  label,
  text,
  onClear,
  children,
}: {
  label: string;
  /** What is chosen, in words; undefined when nothing is. */
  text: string | undefined;
  onClear: () => void;
  /** What is in the panel; it calls `close` when it is done. */
  children: (close: () => void) => ReactNode;
}) {
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isActive = text !== undefined;

  function preload() {
    AnchoredPopover.preload();
  }

  function close() {
    setIsOpen(false);
  }

  return (
    <span
      className={cn(
        "inline-flex h-7 min-h-[24px] max-w-full items-center rounded-full border pointer-coarse:h-9",
        isActive
          ? "border-transparent bg-accent-soft font-medium text-accent-text"
          : "border-dashed border-control/60 text-ink-2",
      )}
    >
      <button
        ref={buttonRef}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
        className={cn(
          "inline-flex h-full min-w-0 items-center gap-1 rounded-full ps-2.5 motion-colors",
          isActive ? "pe-1" : "pe-2.5 hover:bg-sunken hover:text-ink",
        )}
      >
        {!isActive && <Plus aria-hidden="true" className="size-3.5 shrink-0" />}
        <span className="truncate">{isActive ? `${label}: ${text}` : label}</span>
      </button>
      {isActive && (
        <button
          type="button"
          aria-label={`Clear ${label} filter`}
          onClick={() => {
            onClear();
            buttonRef.current?.focus();
          }}
          className="me-0.5 grid size-6 min-h-[24px] min-w-[24px] shrink-0 place-items-center rounded-full motion-colors hover:bg-accent/15"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
      {isOpen && (
        <AnchoredPopover
          anchorRef={buttonRef}
          label={`Filter by ${label}`}
          onClose={close}
          className="w-72"
        >
          {children(close)}
        </AnchoredPopover>
      )}
    </span>
  );
}

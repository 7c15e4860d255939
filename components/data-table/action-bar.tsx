"use client";

import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { X } from "lucide-react";
import { useShortcut } from "@/components/layout/shortcuts";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { toast } from "@/components/ui/toast";
import { formatNumber, formatTotal } from "@/lib/format";
import type { RowSelection } from "./use-row-selection";

/** What can be done with the chosen rows; floats above the end of the list. */
export function ActionBar({
  label,
  selection,
  total,
  isEstimate,
  onSelectAll,
  onFocusLost,
  children,
}: {
  /** "Selected users". */
  label: string;
  selection: RowSelection;
  total: number;
  isEstimate: boolean;
  /** Fetches the ids of all rows that match, for "Select all 61,902". */
  onSelectAll: (() => Promise<readonly string[]>) | undefined;
  /** The bar goes while it has the focus. */
  onFocusLost: () => void;
  children: ReactNode;
}) {
  const barRef = useRef<HTMLDivElement | null>(null);
  const [isSelectingAll, setIsSelectingAll] = useState(false);
  useShortcut("Escape", "Clear the selection", selection.clear);
  useShortcut("b", "Go to the actions for the selection", () => {
    barRef.current?.querySelector("button")?.focus();
  });

  const keepBar = useCallback(
    (bar: HTMLDivElement | null) => {
      barRef.current = bar;
      return () => {
        barRef.current = null;
        if (bar?.contains(document.activeElement)) onFocusLost();
      };
    },
    [onFocusLost],
  );

  async function handleSelectAll(fetchIds: () => Promise<readonly string[]>) {
    setIsSelectingAll(true);
    try {
      selection.add(await fetchIds());
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Could not select all of them.");
    } finally {
      setIsSelectingAll(false);
    }
  }

  return (
    <div
      ref={keepBar}
      role="toolbar"
      aria-label={label}
      aria-keyshortcuts="b"
      tabIndex={-1}
      onKeyDown={moveByArrows}
      className="sticky bottom-4 z-10 mx-auto mt-3 flex w-fit max-w-full animate-rise-in flex-wrap items-center gap-2 rounded-xl bg-raised p-2 shadow-overlay"
    >
      <IconButton
        label="Clear the selection (Esc)"
        icon={<X />}
        size="sm"
        onClick={selection.clear}
      />
      <p className="me-1 font-semibold">{formatNumber(selection.count)} selected</p>
      <Kbd className="pointer-coarse:hidden">B</Kbd>
      {onSelectAll && selection.count < total && (
        <Button
          variant="ghost"
          isPending={isSelectingAll}
          onClick={() => void handleSelectAll(onSelectAll)}
        >
          Select all {isEstimate ? "that match" : formatTotal(total)}
        </Button>
      )}
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = Array.from(event.currentTarget.querySelectorAll("button"));
  const here = buttons.findIndex((button) => button === document.activeElement);
  if (here === -1) return;
  event.preventDefault();
  buttons.at((here + step) % buttons.length)?.focus();
}

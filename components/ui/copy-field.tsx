"use client";

import { useId, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { CopyButton } from "./copy-button";

/**
 * Text to be taken along, whole, with a button that copies it. Where the browser does not allow that, the text is
 * selected to be copied by hand, which counts as well.
 */
export function CopyField({
  label,
  copyLabel,
  value,
  isFirst = false,
  isScript = false,
  onCopied,
}: {
  label: string;
  copyLabel: string;
  value: string;
  /** The focus begins at its button. */
  isFirst?: boolean;
  /** Many lines, each as it is: they scroll in a box of their own. */
  isScript?: boolean;
  onCopied?: () => void;
}) {
  const id = useId();
  const textRef = useRef<HTMLElement>(null);
  const [isByHand, setIsByHand] = useState(false);

  function handleFailed() {
    setIsByHand(true);
    if (textRef.current) getSelection()?.selectAllChildren(textRef.current);
  }

  function handleCopy() {
    if (getSelection()?.toString().includes(value)) onCopied?.();
  }

  return (
    <div
      ref={isFirst ? focusButton : undefined}
      role="group"
      aria-labelledby={id}
      className="min-w-0"
    >
      <div className="mb-1.5 flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <p id={id} className="font-medium">
          {label}
        </p>
        <CopyButton value={value} onCopied={onCopied} onFailed={handleFailed}>
          {copyLabel}
        </CopyButton>
      </div>
      <code
        ref={textRef}
        onCopy={handleCopy}
        // It scrolls, so the keyboard must reach it.
        {...(isScript && { tabIndex: 0 })}
        className={cn(
          "block rounded-lg border border-line-strong bg-sunken px-3 py-2 font-mono text-sm select-all",
          isScript ? "max-h-80 overflow-auto whitespace-pre" : "break-all whitespace-pre-line",
        )}
      >
        {value}
      </code>
      {isByHand && (
        <p className="mt-1.5 text-sm text-ink-2">
          The browser does not allow copying here. The text is selected: copy it with Ctrl C or ⌘ C.
        </p>
      )}
    </div>
  );
}

function focusButton(group: HTMLElement | null) {
  group?.querySelector("button")?.focus();
}

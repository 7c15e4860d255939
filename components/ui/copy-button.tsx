"use client";

import { useState } from "react";
import { Check, Copy } from "lucide-react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

type CopyState = "idle" | "copied" | "failed";

/** Copies and says so, also to a screen reader. An icon, or a full button when `children` are given. */
export function CopyButton({
  value,
  label = "Copy",
  children,
  onCopied,
  onFailed,
  className,
}: {
  value: string;
  label?: string;
  children?: string;
  onCopied?: () => void;
  /** The browser did not allow it, or cannot: without HTTPS there is no clipboard. */
  onFailed?: () => void;
  className?: string;
}) {
  const [state, setState] = useState<CopyState>("idle");
  const icon = state === "copied" ? <Check className="text-good" /> : <Copy />;

  async function handleClick() {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
      onCopied?.();
    } catch {
      setState("failed");
      onFailed?.();
    }
  }

  function handleReset() {
    setState("idle");
  }

  const shared = {
    icon,
    className,
    onClick: () => void handleClick(),
    onBlur: handleReset,
    onPointerLeave: handleReset,
  };
  return (
    <>
      {children ? (
        <Button {...shared}>{state === "copied" ? "Copied" : children}</Button>
      ) : (
        <IconButton {...shared} size="sm" label={label} hasTooltip={state === "idle"} />
      )}
      <span role="status" className="sr-only">
        {messages[state]}
      </span>
    </>
  );
}

const messages = {
  idle: "",
  copied: "Copied to the clipboard.",
  failed: "Copying was blocked by the browser. Select the text and copy it by hand.",
} as const;

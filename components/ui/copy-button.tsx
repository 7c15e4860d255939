"use client";

import { useState } from "react";
import { Check, CircleAlert, Copy } from "lucide-react";
import { Button } from "./button";
import { copyToClipboard } from "./clipboard";
import { IconButton } from "./icon-button";

type CopyState = "idle" | "copied" | "failed";

/** Copies and says how it went, also to a screen reader. An icon, or a full button when `children` are given. */
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
  /** The browser did not allow it; whoever takes this says so in the place of the button. */
  onFailed?: () => void;
  className?: string;
}) {
  const [state, setState] = useState<CopyState>("idle");
  const isFailed = state === "failed";

  async function handleClick() {
    try {
      await copyToClipboard(value);
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
    icon: icons[state],
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
      <span role="status" className={isFailed && !onFailed ? "ms-2 text-sm text-bad" : "sr-only"}>
        {messages[state]}
      </span>
    </>
  );
}

const icons = {
  idle: <Copy />,
  copied: <Check className="text-good" />,
  failed: <CircleAlert className="text-bad" />,
};

const messages = {
  idle: "",
  copied: "Copied to the clipboard.",
  failed: "Copying was blocked by the browser. Select the text and copy it by hand.",
} as const;

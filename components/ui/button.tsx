"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import type { VariantProps } from "class-variance-authority";
import { cn } from "@/lib/cn";
import { buttonStyle } from "./button-style";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";

export interface ButtonProps
  extends Omit<ComponentProps<"button">, "disabled">, VariantProps<typeof buttonStyle> {
  icon?: ReactNode;
  /** Shows a spinner in the same width, refuses clicks, stays focusable. */
  isPending?: boolean;
  /** Why the actor may not use it. It stays focusable, says the reason, and refuses clicks. */
  disabledReason?: string | null | undefined;
}

/** `type` is "button" unless given. There is no `disabled`: a control that refuses says why. */
export function Button({
  variant,
  size,
  icon,
  isPending = false,
  disabledReason,
  className,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const isRefused = isPending || Boolean(disabledReason);

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (isRefused) event.preventDefault();
    else onClick?.(event);
  }

  // Always in the same place of the tree: a control that becomes refused must not lose the focus.
  return (
    <Tooltip content={disabledReason} isShownOnClick>
      <button
        type="button"
        {...props}
        className={cn(buttonStyle({ variant, size }), className)}
        aria-disabled={disabledReason ? true : props["aria-disabled"]}
        aria-busy={isPending || undefined}
        onClick={handleClick}
      >
        {isPending && (
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
        )}
        <span
          className={cn(
            "inline-flex items-center justify-center gap-[inherit]",
            isPending && "opacity-0",
          )}
        >
          {icon}
          {children}
        </span>
      </button>
    </Tooltip>
  );
}

"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ButtonProps, "children" | "icon" | "size" | "aria-label"> {
  /** The accessible name, also shown as a tip. */
  label: string;
  icon: ReactNode;
  size?: "sm" | "md";
  /** Where many stand in a column, the tip is only in the way. */
  hasTooltip?: boolean;
}

export function IconButton({
  label,
  icon,
  size = "md",
  variant = "ghost",
  hasTooltip = true,
  ...props
}: IconButtonProps) {
  const tip = hasTooltip && !props.disabledReason ? label : null;
  return (
    <Tooltip content={tip} isDescription={false}>
      <Button
        {...props}
        variant={variant}
        size={size === "sm" ? "icon-sm" : "icon"}
        aria-label={label}
        icon={icon}
      />
    </Tooltip>
  );
}

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export function Label({
  className,
  isOptional = false,
  children,
  ...props
}: ComponentProps<"label"> & { isOptional?: boolean }) {
  return (
    <label className={cn("text-base font-medium", className)} {...props}>
      {children}
      {isOptional && <span className="ms-1.5 text-sm font-normal text-ink-3">optional</span>}
    </label>
  );
}

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** On or off, at once. A native checkbox with `role="switch"`; in forms it submits like one. */
export function Switch({ className, ...props }: Omit<ComponentProps<"input">, "type" | "role">) {
  return (
    <span className={cn("relative inline-block h-5 w-9 shrink-0", className)}>
      <input
        {...props}
        type="checkbox"
        role="switch"
        className="peer absolute inset-0 size-full appearance-none rounded-full bg-control motion-colors before:absolute before:-inset-1.5 before:content-[''] checked:bg-accent disabled:cursor-not-allowed disabled:bg-line-strong forced-colors:border forced-colors:checked:bg-[Highlight]"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute start-0.5 top-0.5 size-4 rounded-full bg-surface shadow-control transition-transform duration-(--motion-fast) peer-checked:translate-x-4 peer-checked:bg-accent-ink forced-colors:bg-[CanvasText] forced-colors:peer-checked:bg-[HighlightText] forced-colors:peer-disabled:bg-[GrayText]"
      />
    </span>
  );
}

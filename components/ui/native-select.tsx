import type { ComponentProps } from "react";
import { ChevronDown } from "lucide-react";
import { cn } from "@/lib/cn";
import { controlClass } from "./input";

/** The browser's own select: for short lists without descriptions, and where no script may be spent. */
export function NativeSelect({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative inline-flex min-w-0", className)}>
      <select
        {...props}
        className={cn(controlClass, "h-8 appearance-none truncate pe-7 max-sm:h-10")}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2 top-1/2 size-3.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}

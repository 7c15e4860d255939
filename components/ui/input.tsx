import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

// On phones larger; the style sheet sees to it that touch browsers never have to zoom.
export const controlClass =
  "field-ring motion-colors bg-surface border-control text-ink w-full min-w-0 rounded-lg border px-2.5 shadow-control max-sm:text-lg disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-bad";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(controlClass, "h-8 max-sm:h-10", className)} {...props} />;
}

import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Four bars and a line of words; empty until the meter has loaded and something is typed. */
export function StrengthScale({
  filled,
  barClass,
  children,
}: {
  filled: number;
  barClass?: string;
  children: ReactNode;
}) {
  return (
    <div>
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={cn(
              "h-1 rounded-full forced-colors:border",
              step <= filled ? cn(barClass, "forced-colors:bg-[CanvasText]") : "bg-line-strong",
            )}
          />
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-3" aria-live="polite">
        {children}
      </p>
    </div>
  );
}

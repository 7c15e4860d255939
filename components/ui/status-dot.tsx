import type { ReactNode } from "react";
import { cva, type VariantProps } from "class-variance-authority";
import { cn } from "@/lib/cn";

const dot = cva("size-2 shrink-0 rounded-full", {
  variants: {
    tone: {
      good: "bg-good",
      off: "border-ink-3 border-[0.09375rem]",
      warn: "bg-warn",
      bad: "bg-bad",
    },
  },
  defaultVariants: { tone: "good" },
});

/** A state in one word, with a dot whose shape (filled or ring) differs too. */
export function StatusDot({
  tone,
  className,
  children,
}: VariantProps<typeof dot> & { className?: string; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-2 align-top whitespace-nowrap",
        tone === "off" && "text-ink-3",
        className,
      )}
    >
      <span aria-hidden="true" className={dot({ tone })} />
      {children}
    </span>
  );
}

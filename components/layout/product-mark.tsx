import { cn } from "@/lib/cn";

/** The mark: people in rank and file, the last one not yet there. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn("size-5.5 shrink-0", className)}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <g className="fill-accent-ink">
        <circle cx="7" cy="8.75" r="1.8" />
        <circle cx="12" cy="8.75" r="1.8" />
        <circle cx="17" cy="8.75" r="1.8" />
        <circle cx="7" cy="15.25" r="1.8" />
        <circle cx="12" cy="15.25" r="1.8" />
        <circle cx="17" cy="15.25" r="1.8" opacity="0.45" />
      </g>
    </svg>
  );
}

export function ProductName({ className }: { className?: string }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-2.5 text-lg font-semibold tracking-tight",
        className,
      )}
    >
      <ProductMark />
      Muster
    </span>
  );
}
